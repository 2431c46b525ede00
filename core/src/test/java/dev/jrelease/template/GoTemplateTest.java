package dev.jrelease.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.Functions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Go's own engine was seen to make of templates, ours makes of them too. */
class GoTemplateTest {
    private static final TemplateContext CONTEXT = TemplateContext.of(Map.ofEntries(
            Map.entry("ProjectName", "hello"),
            Map.entry("Version", "1.2.3"),
            Map.entry("Tag", "v1.2.3"),
            Map.entry("Major", 1),
            Map.entry("Minor", 2),
            Map.entry("Patch", 3),
            Map.entry("Prerelease", ""),
            Map.entry("IsSnapshot", false),
            Map.entry("Env", Map.of("USER", "me", "EMPTY", "")),
            Map.entry("Now", Instant.parse("2024-02-03T04:05:06.789Z")),
            Map.entry("Names", List.of("a", "b")),
            Map.entry("Arch", "arm64"),
            Map.entry("Summary", "feat: a\nfix: b\n\nchore: c"),
            Map.entry("Date", "2024-02-03T04:05:06Z")));

    @ParameterizedTest
    @MethodSource("recorded")
    void rendersAsGoDoes(String source, String expected) {
        Problems problems = new Problems();
        String text = Template.parse(source, new Location("go", 1, 1), problems).render(CONTEXT, problems);

        String seen = problems.hasErrors() ? "!" : "=" + text;
        assertThat(seen).as(problems.list().toString()).isEqualTo(expected);
    }

    static Stream<Arguments> recorded() throws IOException {
        List<String> lines;
        try (InputStream in = Objects.requireNonNull(GoTemplateTest.class.getResourceAsStream("go.txt"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace('⏎', '\u0001')
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace('\u0001', '\n'))
                    .toList();
        }
        List<Arguments> cases = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            cases.add(Arguments.of(lines.get(i), lines.get(i + 1)));
        }
        return cases.stream();
    }

    @Test
    void knowsEveryFunctionOfGoAndGoReleaserButTwo() {
        String all = "and or not eq ne lt le gt ge html index slice len print printf println urlquery"
                + " replace split time contains tolower toupper trim trimprefix trimsuffix title dir base abs"
                + " incmajor incminor incpatch filter reverseFilter mdv2escape envOrDefault isEnvSet map indexOrDefault"
                + " urlPathEscape blake2b blake2s blake3 crc32 md5 sha1 sha224 sha256 sha384 sha512"
                + " sha3_224 sha3_256 sha3_384 sha3_512 readFile mustReadFile englishJoin list in reReplaceAll";

        assertThat(Functions.names()).contains(all.split(" ", -1)).doesNotContain("call", "js");
    }
}
