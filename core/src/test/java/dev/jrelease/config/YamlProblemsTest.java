package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlProblemsTest {
    private static final Section<Texts> TEXTS = Section.across(Texts.class);

    record Texts(Map<String, Template> texts, Map<String, Map<String, List<String>>> deep) {}

    /** The text is written with ⏎ for line breaks and → for tabs. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    ''                                  => f:1:1: a configuration is a mapping (use key: value)
                    # nothing                           => f:1:1: the file is empty
                    ---                                 => f:1:1: the file is empty
                    [a, b]                              => f:1:1: a configuration is a mapping (use key: value)
                    dist: a⏎---⏎dist: b                 => f:3:1: the file contains more than one document
                    texts:⏎→a: b                        => f:2:1: this is not YAML: a tab is not allowed here (indent with spaces, not with tabs)
                    texts: {a: "b                       => f:1:12: this is not YAML: this " is not closed (add " at the end of the value)
                    dist: *nope                         => f:1:7: this is not YAML: *nope has no anchor: there is no &nope above it (quote the value if it begins with * as it is)
                    dist: {{ .Version }}                => f:1:7: 'dist' needs text, but this is a mapping (quote a value that begins with {{)
                    texts:⏎  a: {{ .A }}-x              => f:2:6: this is not YAML: a value cannot begin with {{ unless in quotes (quote a value that begins with {{)
                    {{ if .A }}⏎dist: a⏎{{ end }}       => f:1:1: the file is itself a template: it must be valid YAML before templates are rendered (use templates inside of values, in quotes: key: "{{ if .IsSnapshot }}a{{ else }}b{{ end }}")
                    # a⏎⏎{{- $x := .A }}⏎dist: a        => f:3:1: the file is itself a template: it must be valid YAML before templates are rendered (use templates inside of values, in quotes: key: "{{ if .IsSnapshot }}a{{ else }}b{{ end }}")
                    {{ .A }}                            => f:1:1: the file is itself a template: it must be valid YAML before templates are rendered (use templates inside of values, in quotes: key: "{{ if .IsSnapshot }}a{{ else }}b{{ end }}")
                    texts:⏎  {{ if .A }}⏎  a: b⏎  {{ end }} => f:2:3: the file is itself a template: it must be valid YAML before templates are rendered (use templates inside of values, in quotes: key: "{{ if .IsSnapshot }}a{{ else }}b{{ end }}")
                    dist: a⏎{{- end }}⏎texts: {}        => f:2:1: the file is itself a template: it must be valid YAML before templates are rendered (use templates inside of values, in quotes: key: "{{ if .IsSnapshot }}a{{ else }}b{{ end }}")
                    dist: a⏎ texts: {}                  => f:2:2: this is not YAML: the indentation of this does not fit the lines above (begin it in column 1, like dist in line 1)
                    ? [a]⏎: b                           => f:1:3: a key must be text (quote a value that begins with {{)
                    texts: &a {b: c}⏎<<: dist           => f:2:5: '<<' merges mappings only
                    dist: !!java.net.URL x              => f:1:7: the tag tag:yaml.org,2002:java.net.URL has no meaning here
                    dist: !secret x                     => f:1:7: the tag !secret has no meaning here
                    project_name: "\\q"                  => f:1:17: this is not YAML: \\q is not an escape sequence in double quotes (write \\\\ for a \\, or put the value in single quotes)
                    """)
    void tells(String text, String expected) {
        assertThat(problems(text.replace('⏎', '\n').replace('→', '\t'))).containsExactly(expected);
    }

    @Test
    void tellsWhereInATemplateAProblemIs() {
        String text = """
                texts:
                  plain: a {{ .P }}
                  single: 'it''s é {{ .S }}'
                  double: "\\u00e9\\t\\"{{ .D }}"
                  literal: |
                    first

                      second {{ .L }}
                  folded: >
                    first
                    {{ .F }}
                  lines: "a
                    {{ .M }}"
                  alias: &x "{{ .X }}"
                """;
        Problems problems = new Problems();
        Texts texts = load(text, problems).section(TEXTS);
        texts.texts().values().forEach(template -> template.render(TemplateContext.of(Map.of()), problems));

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f:2:15: 'P' is not known here",
                        "f:3:23: 'S' is not known here",
                        "f:4:25: 'D' is not known here",
                        "f:8:17: 'L' is not known here",
                        "f:9:11: 'F' is not known here",
                        "f:12:10: 'M' is not known here",
                        "f:14:17: 'X' is not known here");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(problems("dist: " + "a".repeat(2_000_000))).containsExactly("f:1:1: the file is larger than 1 MiB");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThat(problems("texts:\n" + "\t".repeat(100_000) + "\u0085x: b")).isNotEmpty();
        assertThat(problems("texts: " + "[".repeat(100_000)))
                .containsExactly("f:1:107: this is not YAML: it is nested more than 100 deep");
    }

    @Test
    void refusesAliasesThatGrowWithoutBounds() {
        String bomb = "x-0: &list [" + "x, ".repeat(1000) + "x]\n"
                + "x-1: &lists {" + aliases("list") + "}\n"
                + "deep: {" + aliases("lists") + "}\n";

        assertThat(problems(bomb)).singleElement().asString().contains("the file with its aliases is too much to read");
    }

    private static String aliases(String name) {
        return IntStream.range(0, 1000).mapToObj(i -> "k" + i + ": *" + name).collect(Collectors.joining(", "));
    }

    @Test
    void readsALargeFileThatHasNoAliases() {
        String lists =
                IntStream.range(0, 50_000).mapToObj(i -> "k" + i + ": {a: [b]}").collect(Collectors.joining(", "));

        assertThat(problems("deep: {" + lists + "}")).isEmpty();
    }

    @Test
    void refusesAMappingThatMergesItself() {
        assertThat(problems("texts: &a\n  b: c\n  <<: *a"))
                .singleElement()
                .asString()
                .contains("nests more than 100 deep");
    }

    @Test
    void readsAFileWithAByteOrderMark() {
        ConfigFile file = ConfigFile.decode("f", "\uFEFFdist: a".getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(load(file.text(), new Problems()).project().distFolder()).isEqualTo("a");
    }

    @Test
    void saysWhereAFileStopsBeingText() {
        byte[] latin1 = "dist: a\n# é".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ConfigFile.decode("f", latin1, Optional.empty()))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::toString)
                                .containsExactly("f:2:3: the file is not text in UTF-8 from here on"));
    }

    @Test
    void looksForItsNamesInOrder(@TempDir Path folder) throws IOException {
        assertThat(ConfigFile.find(folder)).isEmpty();
        Files.writeString(folder.resolve(".goreleaser.yml"), "");
        Files.writeString(folder.resolve(".release.yml"), "");

        assertThat(ConfigFile.find(folder)).contains(folder.resolve(".release.yml"));
    }

    @Test
    void saysThatAFileIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> ConfigFile.read(folder.resolve("x"), "x"))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("could not read x: there is no such file");
    }

    @ParameterizedTest
    @CsvSource({
        ".goreleaser.yaml, true",
        "a/.goreleaser.docker.yml, true",
        "goreleaser.yml, true",
        ".goreleaser-java.yaml, false",
        ".release.yaml, false"
    })
    void knowsTheFilesOfGoReleasers(String name, boolean expected) {
        assertThat(ConfigFile.of(name, "").isGoReleaser()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesRecordsOrProblemsForAnything(long seed) {
        List<String> pieces = List.of(
                "texts",
                "deep",
                "dist",
                "env",
                ":",
                ": ",
                "\n",
                "\n  ",
                "\n    ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "\"",
                "'",
                "|",
                ">",
                "&a ",
                "*a",
                "<<: *a",
                "!!str ",
                "!x ",
                "? ",
                "# c",
                "\t",
                "{{ .A }}",
                "{{",
                "~",
                "null",
                "1",
                "é",
                "%",
                "@",
                "`",
                "---\n",
                "...\n",
                "\\",
                "\u0000",
                "\uFEFF",
                "a",
                "b");
        Random random = new Random(seed);
        for (int run = 0; run < 5000; run++) {
            String text = random.ints(1 + random.nextInt(40), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            Problems problems = new Problems();
            Texts texts = load((random.nextBoolean() ? "texts: " : "") + text, problems)
                    .section(TEXTS);
            assertThat(texts.texts()).isNotNull();
            assertThat(problems.list()).as(text).allSatisfy(problem -> {
                assertThat(problem.message()).doesNotContain("Exception", "java.", "snakeyaml");
                assertThat(problem.location().line()).isPositive();
                assertThat(problem.toString()).startsWith(problem.location().toString());
            });
        }
    }

    private static ReleaseConfig load(String text, Problems problems) {
        return ConfigLoader.load(ConfigFile.of("f", text), List.of(TEXTS), problems);
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        load(text, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
