package dev.jrelease.migrate.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.PlatformFields;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformTextTest {
    private static final List<Platform> PLATFORMS = Stream.of(
                    "linux/amd64", "linux/arm64", "linux/arm/v7", "linux/arm/v6", "linux/386")
            .map(text -> Platform.parse(text).orElseThrow())
            .toList();

    private static final String ROWS = """
            x:1-amd64         | x:1-arm64                                         | x:1-{{ .Arch }}
            amd64-latest      | arm64v8-latest                                    | {{ replace .Arch "arm64" "arm64v8" }}-latest
            linux_amd64       | linux_arm64  | linux_armv7                        | linux_{{ .Target }}
            a.amd64/b-amd64   | a.arm64/b-arm64                                   | a.{{ .Arch }}/b-{{ .Arch }}
            x-x86_64          | x-aarch64                                         | x-{{ if eq .Arch "amd64" }}x86_64{{ else }}aarch64{{ end }}
            x-x86_64          | x-aarch64    | x-armv7                            | x-{{ replace (replace .Target "amd64" "x86_64") "arm64" "aarch64" }}
            x-amd64           | x-arm64      | x-arm-v7                           | x-{{ replace .Target "armv7" "arm-v7" }}
            x-amd64           | x-arm64      | x-arm                              | x-{{ .Arch }}
            x-amd64           | x-arm64      | x-armv7      | x-armv6             | x-{{ .Target }}
            x-amd64           | x-arm64v8    | x-arm32v7    | x-arm32v6 | x-i386  |
            x                 | x-arm64                                           | x{{ if ne .Arch "amd64" }}-{{ .Arch }}{{ end }}
            x:latest          | x:arm64v8-latest                                  | x:{{ if ne .Arch "amd64" }}arm64v8-{{ end }}latest
            x                 | x-arm64      | x-armv7                            | x{{ if ne .Arch "amd64" }}-{{ .Target }}{{ end }}
            Dockerfile.amd64  | Dockerfile.arm                                    |
            alarmed           | charmed                                           |
            one               | two                                               |
            {{ if eq .A "amd64" }}y{{ end }} | {{ if eq .A "arm64" }}y{{ end }}   |
            """;

    static Stream<String> rows() {
        return ROWS.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isATemplateForTextsThatNameTheirPlatforms(String row) {
        List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
        check(cells.subList(0, cells.size() - 1), cells.getLast());
    }

    private static void check(List<String> texts, String expected) {
        List<Platform> platforms = PLATFORMS.subList(0, texts.size());

        assertThat(PlatformText.over(texts, platforms).orElse("")).isEqualTo(expected);
        if (!expected.isEmpty()) {
            assertThat(platforms).map(platform -> filled(expected, platform)).isEqualTo(texts);
        }
    }

    private static String filled(String template, Platform platform) {
        Problems problems = new Problems();
        String text = Template.parse(template, new Location("", 1, 1), problems)
                .render(PlatformFields.add(TemplateContext.of(Map.of()), platform), problems);
        assertThat(problems.list()).isEmpty();
        return text;
    }

    @Test
    void textsOfManyMarksAreRead() {
        String marks = "{{".repeat(50_000);

        assertThat(PlatformText.over(List.of("amd64" + marks, "arm64" + marks), PLATFORMS.subList(0, 2)))
                .hasValue("{{ .Arch }}" + marks);
        assertThat(PlatformText.over(List.of(marks + "amd64", marks + "arm64"), PLATFORMS.subList(0, 2)))
                .isEmpty();
    }

    @Test
    void leavesTextsAloneThatAreTheSame() {
        assertThat(PlatformText.over(List.of("x-amd64", "x-amd64"), PLATFORMS.subList(0, 2)))
                .contains("x-amd64");
    }

    @ParameterizedTest
    @CsvSource({"x-amd64, x-arm64, x", "arm.amd64.x, arm.arm64.x, arm.x", "one, two, ''", "amd64, arm64, ''"})
    void findsWhatIsCommonToIds(String one, String two, String common) {
        assertThat(PlatformText.without(List.of(one, two), PLATFORMS.subList(0, 2))
                        .orElse(""))
                .isEqualTo(common);
    }
}
