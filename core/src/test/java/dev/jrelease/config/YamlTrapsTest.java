package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML makes of things that look harmless. */
class YamlTrapsTest {
    private static final Section<Boats> BOATS = Section.across(Boats.class);

    record Boats(List<Boat> boats) {}

    record Boat(
            Optional<String> text,
            Optional<Boolean> yes,
            List<String> list,
            @OneOrMany List<String> items,
            Map<String, Template> labels) {}

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "386                => 386",
                "7                  => 7",
                "'\"7\"'            => 7",
                "'\"\"'             => ''",
                "1.10               => 1.10",
                "007                => 007",
                "0x1F               => 0x1F",
                "1e3                => 1e3",
                "2026-01-02         => 2026-01-02",
                "yes                => yes",
                "true               => true",
                "'\"null\"'         => null",
                "!!str 123          => 123",
                "'\"a\\tb\"'        => 'a\tb'",
                "'1:30'             => 1:30",
                "a # comment        => a",
                "a#b                => a#b",
                "a:b                => a:b",
            })
    void textIsWhatIsWritten(String written, String expected) {
        assertThat(boat("text: " + written).text()).contains(expected);
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "# nothing"})
    void nothingIsNotText(String written) {
        assertThat(boat("text: " + written).text()).isEmpty();
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "True, true",
        "yes, true",
        "Yes, true",
        "on, true",
        "ON, true",
        "y, true",
        "false, false",
        "no, false",
        "off, false",
        "N, false",
        "\"true\", true",
    })
    void truthHasTheWordsOfYaml11(String written, boolean expected) {
        assertThat(boat("yes: " + written).yes()).contains(expected);
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "list: one          => f:3:11: 'list' needs a list, but this is a single value (use [one])",
                "'list: {a: b}'     => f:3:11: 'list' needs a list, but this is a mapping (begin each item with -)",
                "'list: [[a]]'      => f:3:12: 'list' needs text, but this is a list (write list: a)",
                "'list: [a, ~]'     => f:3:15: warning: an item of 'list' is empty",
                "'text: [a]'        => f:3:11: 'text' needs text, but this is a list (write text: a)",
                "'text: {a: b}'     => f:3:11: 'text' needs text, but this is a mapping",
                "yes: maybe         => f:3:10: 'yes' needs true or false, but this is 'maybe'",
                "yes: 1             => f:3:10: 'yes' needs true or false, but this is '1'",
                "labels: a=b        => f:3:13: 'labels' needs keys and values, but this is a single value (write a: b)",
                "'labels: [a]'      => f:3:13: 'labels' needs keys and values, but this is a list (write each as KEY: value, without -)",
                "'text: !x a'       => f:3:11: the tag !x has no meaning here",
            })
    void tellsWhatIsOfAnotherKind(String written, String expected) {
        boat(written);

        assertThat(said()).containsExactly(expected);
    }

    @Test
    void passesOverWhatIsEmpty() {
        assertThat(load("boats:\n").boats()).isEmpty();
        assertThat(load("boats: []\n").boats()).isEmpty();
        assertThat(said()).isEmpty();
        assertThat(load("boats:\n  -\n  - text: a\n  - ~\n").boats()).hasSize(1);
        assertThat(said())
                .containsExactly(
                        "f:2:4: warning: an item of 'boats' is empty", "f:4:5: warning: an item of 'boats' is empty");
    }

    @Test
    void theLastAnchorBeforeAnAliasCounts() {
        Boats boats = load("""
                x-a: &a one
                x-b: &b [first]
                boats:
                  - text: *a
                    list: *b
                  - text: &a two
                    list: &b [second]
                  - text: *a
                    list: *b
                """);

        assertThat(boats.boats()).extracting(boat -> boat.text().orElse("")).containsExactly("one", "two", "two");
        assertThat(boats.boats())
                .extracting(Boat::list)
                .containsExactly(List.of("first"), List.of("second"), List.of("second"));
        assertThat(said()).isEmpty();
    }

    @Test
    void mergedKeysNeverReplaceTheMappingsOwn() {
        Boats boats = load("""
                x-a: &a {text: a, list: [a], labels: {a: a}}
                x-b: &b {<<: *a, text: b}
                boats:
                  - text: own
                    <<: *a
                  - <<: [*b, *a]
                    labels: {own: own}
                  - <<: *a
                    "<<": quoted
                """);

        assertThat(boats.boats()).extracting(boat -> boat.text().orElse("")).containsExactly("own", "b", "a");
        assertThat(boats.boats())
                .extracting(boat -> boat.labels().keySet().toString())
                .containsExactly("[a]", "[own]", "[a]");
        assertThat(said())
                .containsExactly("f:9:5: unknown key '<<' (the keys here are text, yes, list, items, labels)");
    }

    @Test
    void aKeyTwiceIsAnError() {
        load("boats:\n  - text: a\n    list: []\n    text: b\nboats: []\n");

        assertThat(said())
                .containsExactly(
                        "f:4:5: 'text' is defined twice (first in line 2; remove one of them)",
                        "f:5:1: 'boats' is defined twice (first in line 1; remove one of them)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---\n", "%YAML 1.2\n---\n", "\n\n# a\n---\n"})
    void aFileMayBeginAndEndAsADocumentDoes(String start) {
        assertThat(load(start + "boats:\n  - text: a\n").boats()).hasSize(1);
        assertThat(load(start + "boats:\n  - text: a\n...\n").boats()).hasSize(1);
        assertThat(load(start + "boats:\n  - text: a\n---\n").boats()).hasSize(1);
        assertThat(said()).isEmpty();
    }

    @Test
    void documentsBehindTheFirstAreAnErrorAndInFilesOfGoReleasersAWarning() {
        load("boats: []\n---\ndist: a\n");
        load(ConfigFile.of(".goreleaser.yaml", "boats: []\n---\ndist: a\n"));

        assertThat(said())
                .containsExactly(
                        ".goreleaser.yaml:3:1: warning: only the first document of the file is read",
                        "f:3:1: the file contains more than one document");
    }

    @Test
    void linesMayEndAsOnWindows() {
        Boats boats = load("boats:\r\n  - text: |\r\n      a\r\n      b\r\n    labels: {x: '{{ .A | }}'}\r\n");

        assertThat(boats.boats()).extracting(boat -> boat.text().orElse("")).containsExactly("a\nb\n");
        assertThat(said()).containsExactly("f:5:26: something is missing here");
    }

    @Test
    void tabsMayStandBetweenThingsButNotIndent() {
        assertThat(load("boats:\t# a\n  - text:\ta\t\n").boats())
                .extracting(boat -> boat.text().orElse(""))
                .containsExactly("a");
        assertThat(said()).isEmpty();
        load("boats:\n\t- text: a\n");
        assertThat(said())
                .containsExactly(
                        "f:2:1: this is not YAML: a tab is not allowed here (indent with spaces, not with tabs)");
    }

    @Test
    void sectionsThatAreNotReadCannotTripIt() {
        Boats boats = load(ConfigFile.of(".goreleaser.yaml", """
                archives:
                  - &x {name_template: "{{ broken", name_template: twice}
                  - &x !made.up {a: !!java.net.URL "x"}
                  - {{ .Weird }}: {{ if }}
                  - ? [complex, {key: &y 1}]
                    : *y
                nfpms: &self {me: *self, <<: 12}
                release:
                  footer: |
                    {{ if .Nope }}
                announce: !!set {a, b}
                changelog: "\\u0000"
                boats:
                  - text: *x
                  - text: a
                """)).section(BOATS);

        assertThat(boats.boats()).hasSize(2);
        assertThat(said())
                .containsExactly(
                        ".goreleaser.yaml:1:1: warning: 'archives' is not run",
                        ".goreleaser.yaml:3:5: the tag !made.up has no meaning here",
                        ".goreleaser.yaml:3:5: 'text' needs text, but this is a mapping",
                        ".goreleaser.yaml:7:1: warning: 'nfpms' is not run",
                        ".goreleaser.yaml:8:1: warning: 'release' is not run",
                        ".goreleaser.yaml:11:1: warning: 'announce' is not run",
                        ".goreleaser.yaml:12:1: warning: 'changelog' is not run");
    }

    @Test
    void namesFormerKeysAndThoseWithoutEffect() {
        load(ConfigFile.of(".goreleaser.yaml", "pro: true\nnfpm: {}\nfury: x\nforce_token: github\nboats: []\n"));

        assertThat(said())
                .containsExactly(
                        ".goreleaser.yaml:1:1: warning: 'pro' has no effect",
                        ".goreleaser.yaml:2:1: warning: 'nfpm' (deprecated, now nfpms) is not run",
                        ".goreleaser.yaml:3:1: warning: 'fury' (deprecated, now gemfury) is not run",
                        ".goreleaser.yaml:4:1: warning: 'force_token' has no effect");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                ".goreleaser.yml   => boats: []                    => true",
                "ci/docker.yaml    => boats: []                    => false",
                "ci/docker.yaml    => version: 2                   => true",
                "ci/docker.yaml    => version: '2'                 => true",
                "<stdin>           => version: 1                   => false",
                "<stdin>           => version: 22                  => false",
                "<stdin>           => 'x: 1⏎archives: []'          => true",
                "<stdin>           => 'x:⏎  archives: []'          => false",
                "<stdin>           => '{{ if .A }}'                => false",
                ".release.yaml     => 'version: 2⏎archives: []'    => false",
                "release.yaml      => 'version: 2⏎archives: []'    => false",
                ".goreleaser-java.yaml => 'version: 2⏎brews: []'   => false",
            })
    void knowsAFileOfGoReleasersByItsNameOrByWhatItSays(String name, String text, boolean expected) {
        assertThat(ConfigFile.of(name, text.replace('⏎', '\n')).isGoReleaser()).isEqualTo(expected);
    }

    @Test
    void aLongLineIsReadInNoTimeAtAll() {
        String labels =
                IntStream.range(0, 40_000).mapToObj(i -> "k" + i + ": é").collect(Collectors.joining(", "));

        assertThat(boat("labels: {" + labels + "}").labels()).hasSize(40_000);
        assertThat(said()).isEmpty();
    }

    @Test
    void aHugeKeyIsToldInPart() {
        load("? " + "a".repeat(900_000) + "\n: 1\n");

        assertThat(said()).singleElement().asString().startsWith("f:1:3: unknown key '" + "a".repeat(60) + "…'");
    }

    private Boat boat(String entry) {
        List<Boat> boats = load("boats:\n  -\n    " + entry + "\n").boats();
        return boats.isEmpty()
                ? new Boat(Optional.empty(), Optional.empty(), List.of(), List.of(), Map.of())
                : boats.getFirst();
    }

    private Boats load(String text) {
        return load(ConfigFile.of("f", text)).section(BOATS);
    }

    private ReleaseConfig load(ConfigFile file) {
        return ConfigLoader.load(file, List.of(BOATS), problems);
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
