package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludesTest {
    private static final Section<Things> THINGS = Section.across(Things.class);

    record Things(List<Thing> things, Settings settings) {}

    record Thing(@Required Template name) {}

    record Settings(Optional<String> color, Map<String, String> sizes, List<String> words, Optional<Template> title) {}

    private final Problems problems = new Problems();
    private final Path folder;

    IncludesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void appendsListsThoseOfIncludedFilesFirst() {
        write("a.yaml", "things: [{name: a1}, {name: a2}]");
        write("b.yaml", "things: [{name: b}]");

        assertThat(names("includes: [b.yaml, a.yaml]\nthings: [{name: own}]")).containsExactly("b", "a1", "a2", "own");
        assertThat(said()).isEmpty();
    }

    @Test
    void mergesMappingsKeyByKeyAndTakesTheFilesOwnValues() {
        write("a.yaml", "dist: theirs\nsettings: {color: red, sizes: {s: '1', m: '2'}, words: [a]}");

        ReleaseConfig config =
                load("includes: a.yaml\ndist: own\nsettings:\n  sizes: {m: '3', l: '4'}\n  words: [b]\n");

        assertThat(config.project().distFolder()).isEqualTo("own");
        Settings settings = config.section(THINGS).settings();
        assertThat(settings.color()).contains("red");
        assertThat(settings.sizes()).containsExactly(Map.entry("s", "1"), Map.entry("m", "3"), Map.entry("l", "4"));
        assertThat(settings.words()).containsExactly("a", "b");
        assertThat(said()).isEmpty();
    }

    @Test
    void takesTheLastOfValuesThatIncludedFilesDisagreeOnAndTellsIt() {
        write("a.yaml", "dist: same\nproject_name: one");
        write("b.yaml", "dist: same\nproject_name: other");

        assertThat(load("includes: [a.yaml, b.yaml]").project().projectName()).contains(Template.literal("other"));
        assertThat(said())
                .containsExactly("b.yaml:2:15: warning: 'project_name' is 'other' here, and 'one' in a.yaml:2:15:"
                        + " the last one is used (set it in the including file)");
    }

    @Test
    void saysNothingOfAValueThatTheIncludingFileSettles() {
        write("a.yaml", "project_name: one");

        assertThat(load("includes: a.yaml\nproject_name: two").project().projectName())
                .contains(Template.literal("two"));
        assertThat(said()).isEmpty();
    }

    @Test
    void refusesAListInOneFileThatIsAMappingInAnother() {
        write("a.yaml", "things: {a: b}");

        load("includes: a.yaml\nthings: [{name: own}]");

        assertThat(said())
                .containsExactly("root.yaml:2:9: 'things' is a list here, and a mapping in a.yaml:1:9"
                        + " (use the same form in both files)");
    }

    @Test
    void takesAKeyWithNothingForNothingSaid() {
        write("a.yaml", "things:\ndist: a");

        assertThat(names("includes: a.yaml\nthings: [{name: own}]\ndist:")).containsExactly("own");
        assertThat(load("includes: a.yaml\ndist:").project().distFolder()).isEqualTo("a");
        assertThat(said()).isEmpty();
    }

    @Test
    void readsGoReleasersForm() {
        write("ci/one.yaml", "things: [{name: one}]");

        assertThat(names("""
                includes:
                  - from_file:
                      path: ./ci/one.yaml
                  - from_url:
                      url: https://example.com/x.yaml
                      headers: {x-token: "${TOKEN}"}
                  - from_file: ci/../ci/one.yaml
                """)).containsExactly("one");
        assertThat(said())
                .containsExactly(
                        "root.yaml:4:5: warning: from_url is not followed: jrelease reads no configuration from the network"
                                + " (copy the file to the project, and include it with from_file)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ci/*.yaml               | b c",
                "ci/**/*.yaml            | b c d e",
                "ci/**                   | b c d e",
                "'{a,ci/c}.yaml'         | ''",
                "ci/{b,c}.yaml           | b c",
                "ci/[!b].yaml            | c",
                "'*.yaml'                | a",
                "c?/?.yaml               | b c",
                "ci/.*.yaml              | hidden",
            })
    void findsFilesByPatternsInOrder(String pattern, String expected) {
        write("a.yaml", "things: [{name: a}]");
        write("ci/c.yaml", "things: [{name: c}]");
        write("ci/b.yaml", "things: [{name: b}]");
        write("ci/deep/deeper/e.yaml", "things: [{name: e}]");
        write("ci/deep/d.yaml", "things: [{name: d}]");
        write("ci/.hidden.yaml", "things: [{name: hidden}]");
        write("ci/.git/x.yaml", "things: [{name: x}]");

        assertThat(String.join(" ", names("includes: '" + pattern + "'"))).isEqualTo(expected);
    }

    @Test
    void warnsOfAPatternThatMatchesNothing() {
        load("includes: ['ci/*.yaml']");

        assertThat(said()).containsExactly("root.yaml:1:12: warning: there is no file 'ci/*.yaml'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "nope.yaml         => could not include 'nope.yaml': there is no such file",
                "sub               => could not include 'sub': it is a folder",
                "root.yaml         => could not include 'root.yaml': it includes itself: root.yaml, root.yaml",
                "'\"a\\0b\"'       => the value contains a NUL character, which is not valid in names, paths and arguments",
                "'\"[a\"'          => could not include '[a': it is not a path",
                "'\"{{ .A }}.yaml\"' => could not include '{{ .A }}.yaml': a path of includes cannot be a template",
                "'{}'              => the item has no file to include (use from_file: {path: FILE})",
                "'{from_file: {}}' => the item has no file to include (use from_file: {path: FILE})",
                "'{from_flie: a}'  => the item has no file to include (use from_file: {path: FILE})",
            })
    void tellsWhatCannotBeIncluded(String include, String expected) throws IOException {
        Files.createDirectories(folder.resolve("sub"));

        load("includes:\n  - " + include);

        assertThat(said().stream().map(text -> text.replace('\0', '\uFFFD'))).contains("root.yaml:2:5: " + expected);
    }

    @Test
    void looksForPathsBesideTheFileThatSaysThem() {
        write("ci/a.yaml", "includes: parts/b.yaml\nthings: [{name: a}]");
        write("ci/parts/b.yaml", "includes: ../c.yaml\nthings: [{name: b}]");
        write("ci/c.yaml", "things: [{name: c}, {nme: x}]");

        assertThat(names("includes: ci/a.yaml\nthings: [{name: own}]")).containsExactly("c", "", "b", "a", "own");
        assertThat(said()).containsExactly("ci/c.yaml:1:22: unknown key 'nme' (did you mean name?)");
    }

    @Test
    void takesAFileOnceHoweverOftenItIsIncluded() {
        write("a.yaml", "includes: common.yaml\nthings: [{name: a}]");
        write("b.yaml", "includes: common.yaml\nthings: [{name: b}]");
        write("common.yaml", "things: [{name: common}]");

        assertThat(names("includes: [a.yaml, b.yaml, common.yaml]")).containsExactly("common", "a", "b");
        assertThat(said()).isEmpty();
    }

    @Test
    void refusesFilesThatIncludeEachOther() {
        write("a.yaml", "includes: b.yaml");
        write("b.yaml", "things: []\nincludes: [a.yaml]");

        load("includes: a.yaml");

        assertThat(said())
                .containsExactly("b.yaml:2:12: could not include 'a.yaml': it includes itself:"
                        + " root.yaml, a.yaml, b.yaml, a.yaml");
    }

    @Test
    void leavesOutTheFileThatAPatternStandsIn() {
        write("b.yaml", "things: [{name: b}]");

        assertThat(names("includes: '*.yaml'\nthings: [{name: own}]")).containsExactly("b", "own");
        assertThat(said()).isEmpty();
    }

    @Test
    void boundsHowDeepFilesIncludeEachOther() {
        IntStream.range(0, 20).forEach(i -> write(i + ".yaml", "includes: " + (i + 1) + ".yaml"));

        load("includes: 0.yaml");

        assertThat(said())
                .containsExactly(
                        "9.yaml:1:11: could not include more files: files include each other more than 10 deep");
    }

    @Test
    void boundsHowManyFilesAreIncluded() {
        IntStream.range(0, 150).forEach(i -> write("ci/" + i + ".yaml", "dist: a"));

        load("includes: ci/*.yaml");

        assertThat(said())
                .containsExactly("root.yaml:1:11: could not include more files: there are more than 100 files");
    }

    @Test
    void boundsWhatTheFilesHoldTogether() {
        String long1 = "# " + "a".repeat(1_000_000) + "\ndist: a";
        IntStream.range(0, 9).forEach(i -> write(i + ".yaml", long1));

        load("includes: '*.yaml'");

        assertThat(said())
                .containsExactly("root.yaml:1:11: could not include more files: together they are larger than 4 MiB");
    }

    @Test
    void refusesBombsInIncludedFiles() {
        write("large.yaml", "dist: " + "a".repeat(2_000_000));
        write("deep.yaml", "things: " + "[".repeat(100_000));
        write("self.yaml", "settings: &a\n  sizes: {}\n  <<: *a");
        write("grown.yaml", doubling("a", 40) + "settings: *a40");
        write("more.yaml", doubling("b", 40) + "settings: *b40");

        load("includes: [large.yaml, deep.yaml, self.yaml]");
        assertThat(said())
                .containsExactly(
                        "deep.yaml:1:108: this is not YAML: it is nested more than 100 deep",
                        "root.yaml:1:12: could not include 'large.yaml': it is larger than 1 MiB",
                        "self.yaml:1:11: the file with its aliases nests more than 100 deep");

        load("includes: [grown.yaml, more.yaml]");
        assertThat(said()).anySatisfy(text -> assertThat(text).contains("the file with its aliases"));
    }

    private static String doubling(String name, int times) {
        StringBuilder text = new StringBuilder("x-0: &" + name + "0 {k: v}\n");
        for (int i = 1; i <= times; i++) {
            String before = "*" + name + (i - 1);
            text.append("x-%d: &%s%d {one: %s, other: %s}\n".formatted(i, name, i, before, before));
        }
        return text.toString();
    }

    @Test
    void readsIncludedFilesAsTheyAreWrittenElsewhere() throws IOException {
        write("bom.yaml", "\uFEFFthings:\r\n  - name: bom\r\n");
        Files.write(folder.resolve("latin.yaml"), "# é\ndist: é".getBytes(StandardCharsets.ISO_8859_1));
        write("empty.yaml", "# nothing yet\n");

        assertThat(names("includes: [bom.yaml, latin.yaml, empty.yaml]")).containsExactly("bom");
        assertThat(said())
                .containsExactly(
                        "empty.yaml:1:1: warning: the file is empty",
                        "latin.yaml:1:3: the file is not text in UTF-8 from here on");
    }

    @Test
    void showsTheLineOfWhicheverFileAProblemIsIn() {
        write("ci/a.yaml", "# a\nthings:\n  - name: '{{ .Nope }}{{> parts/p.txt }}'\n");
        write("ci/parts/p.txt", "one\n  {{ .Other }}\n");

        ReleaseConfig config = load("includes: ci/a.yaml\ndits: x\n");
        config.section(THINGS).things().getFirst().name().render(TemplateContext.of(Map.of()), problems);

        assertThat(problems.list().stream()
                        .map(problem -> problem + " | " + problem.line().get()))
                .containsExactly(
                        "ci/a.yaml:3:15: 'Nope' is not known here |   - name: '{{ .Nope }}{{> parts/p.txt }}'",
                        "ci/parts/p.txt:2:6: 'Other' is not known here |   {{ .Other }}",
                        "root.yaml:2:1: unknown key 'dits' (did you mean dist?) | dits: x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.txt | there is no such file",
                ".           | it is a folder",
                "latin.txt   | it is not text",
            })
    void saysWhyAPartialCannotBeRead(String name, String reason) throws IOException {
        Files.write(folder.resolve("latin.txt"), "é".getBytes(StandardCharsets.ISO_8859_1));

        load("settings: {title: '{{> " + name + "}}'}");

        assertThat(said()).contains("root.yaml:1:20: could not read the partial '" + name + "': " + reason);
    }

    @Test
    void takesAnIncludedFileOfGoReleasersAsOne() {
        write(".goreleaser.yaml", "made_up: 1\nbrews: []\nthings: [{name: a}]");
        write("own.yaml", "thnigs: 1");

        load("includes: [.goreleaser.yaml, own.yaml]");

        assertThat(said())
                .containsExactly(
                        ".goreleaser.yaml:1:1: warning: unknown key 'made_up' (the keys here are version, …)",
                        ".goreleaser.yaml:2:1: warning: 'brews' (deprecated, now homebrew_casks) is not run",
                        "own.yaml:1:1: unknown key 'thnigs' (did you mean things?)");
    }

    @Test
    void includesFromStandardInputBesideTheRun() {
        write("a.yaml", "things: [{name: a}]");
        byte[] typed = "includes: a.yaml".getBytes(StandardCharsets.UTF_8);

        ReleaseConfig config = load(ConfigFile.read(new ByteArrayInputStream(typed), "<stdin>", folder));

        assertThat(names(config)).containsExactly("a");
        assertThat(said()).isEmpty();
    }

    @Test
    void includesNothingIntoATextThatIsNowhere() {
        load(ConfigFile.of("f", "includes: a.yaml"));

        assertThat(said()).containsExactly("f:1:11: could not include 'a.yaml': this configuration has no folder");
    }

    private void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> names(String root) {
        return names(load(root));
    }

    private static List<String> names(ReleaseConfig config) {
        return config.section(THINGS).things().stream()
                .map(thing -> thing.name().source())
                .toList();
    }

    private ReleaseConfig load(String root) {
        write("root.yaml", root);
        return load(ConfigFile.read(folder.resolve("root.yaml"), "root.yaml"));
    }

    private ReleaseConfig load(ConfigFile file) {
        return ConfigLoader.load(file, List.of(THINGS), problems);
    }

    private List<String> said() {
        return problems.list().stream()
                .map(Problem::toString)
                .map(text -> text.replaceAll("\\(the keys here are version, .*\\)", "(the keys here are version, …)"))
                .toList();
    }
}
