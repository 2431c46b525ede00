package dev.jrelease.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownReleasesTest {

    private static KnownReleases of(String current, String all) {
        return new KnownReleases(
                version(current),
                Stream.of(all.split(" ", -1)).map(KnownReleasesTest::version).toList(),
                false);
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }

    private static String render(String source, KnownReleases releases) {
        TemplateContext context = TemplateContext.of(Map.of(
                        "Major",
                        releases.current().major(),
                        "Minor",
                        releases.current().minor()))
                .withReleases(releases);
        Problems problems = new Problems();
        String text = Template.parse(source, new Location("x", 1, 1), problems).render(context, problems);
        return problems.hasErrors() ? problems.list().getFirst().message() : text;
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3 1.2.2 0.9.0, true true true",
        "1.2.3, 1.2.3 1.2.10, false false false",
        "1.2.3, 1.2.3 1.3.0, false false true",
        "1.2.3, 1.2.3 2.0.0, false true true",
        "1.2.3, 1.2.3 2.0.0-rc.1 1.2.4-rc.1, true true true",
        "1.2.3-rc.1, 1.2.3-rc.1 1.0.0, false false false",
        "1.2.3+b, 1.2.3+a 1.2.3+b, true true true",
        "2.0.0, 1.0.0, true true true",
    })
    void isTheHighestReleaseOfItsLine(String current, String all, String expected) {
        assertThat(render("{{ isNewest }} {{ isNewest .Major }} {{ isNewest .Major .Minor }}", of(current, all)))
                .isEqualTo(expected);
    }

    @Test
    void aLineIsWrittenInManyWays() {
        KnownReleases releases = of("1.2.3", "1.2.3 1.3.0 2.0.0");

        assertThat(render(
                        "{{ isNewest \"1\" }} {{ isNewest \"v1.2\" }} {{ isNewest (print .Major \".\" .Minor) }}",
                        releases))
                .isEqualTo("false true true");
        assertThat(render("{{ isNewest \"2\" }} {{ isNewest \"1.4\" }}", releases))
                .isEqualTo("false false");
        assertThat(render("{{ isNewest \"latest\" }}", releases))
                .isEqualTo("'latest' is not a line of versions such as 1 or 1.2");
    }

    @Test
    void aBackportRendersNoLatest() {
        String names =
                "{{ if isNewest }}latest{{ end }},{{#isNewest}}latest{{/isNewest}},v{{ .Major }}{{ if not (isNewest .Major) }}-old{{ end }}";

        assertThat(render(names, of("1.2.4", "1.2.4 1.2.3 2.0.0"))).isEqualTo(",,v1");
        assertThat(render(names, of("2.0.1", "2.0.1 1.2.4 2.0.0"))).isEqualTo("latest,latest,v2");
        assertThat(render(names, of("1.1.9", "1.1.9 1.2.4"))).isEqualTo(",,v1-old");
    }

    @Test
    void doesNotGuessWhereTagsAreMissing() {
        SemanticVersion version = version("1.2.3");

        assertThatThrownBy(() -> new KnownReleases(version, List.of(version), true).isNewest(List.of()))
                .hasMessageContaining("fetch-depth: 0");
        assertThat(new KnownReleases(version, List.of(version, version("1.0.0")), true).isNewest(List.of()))
                .isTrue();
        assertThat(new KnownReleases(version("1.2.3-rc.1"), List.of(), true).isNewest(List.of()))
                .isFalse();
    }
}
