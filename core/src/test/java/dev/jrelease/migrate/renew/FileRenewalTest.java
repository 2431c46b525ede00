package dev.jrelease.migrate.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.DeprecatedNames;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import dev.jrelease.config.bind.Key;
import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Note;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileRenewalTest {
    record Hull(
            Optional<String> version,
            List<Plank> planks,
            @DeprecatedNames("keels") Keel keel,
            GitLike git,
            List<Build> builds) {}

    record Plank(
            @DeprecatedNames({"timber", "log"}) Optional<Template> wood,
            Optional<String> use,
            @Key("if") Optional<String> condition,
            Map<String, Nail> nails) {}

    record Nail(@DeprecatedNames("size") Optional<String> length) {}

    record Keel(@DeprecatedNames("weight") Optional<String> ballast) {}

    record GitLike(Optional<String> tagPrefix, Optional<String> tagSort) {}

    @IgnoresOtherKeys
    record Build(Optional<String> id) {}

    private final List<Note> notes = new ArrayList<>();

    private String carried(String text) {
        return carried(text, Set.of());
    }

    private String carried(String text, Set<String> kept) {
        EditedFile sheet = EditedFile.of("old.yaml", text).orElseThrow();
        TopLevelKeys top = TopLevelKeys.of(List.of(Section.across(Hull.class)));
        return FileRenewal.of(sheet, top, kept, new Notes(sheet, new Problems(), notes))
                .text();
    }

    private List<String> said() {
        return notes.stream().map(Note::toString).toList();
    }

    @Test
    void callsKeysByTheirNamesOfToday() {
        String before = """
                keels: {'weight': 3} # heavy
                planks:
                  - "timber": oak
                  - &pine
                    log: pine
                    nails: {a: {size: 2}}
                  - <<: *pine
                    wood: fir
                """;

        assertThat(carried(before)).isEqualTo("""
                        keel: {ballast: 3} # heavy
                        planks:
                          - wood: oak
                          - &pine
                            wood: pine
                            nails: {a: {length: 2}}
                          - <<: *pine
                            wood: fir
                        """);
        assertThat(said())
                .contains(
                        "old.yaml:1:1: changed: 'keels' is called keel today",
                        "old.yaml:5:5: changed: 'log' is called wood today");
    }

    @Test
    void goesThroughWhatHasAnAnchorWhereItIsTaken() {
        assertThat(carried("x-pine: &pine {log: pine}\nplanks:\n- *pine\n- *pine\n"))
                .isEqualTo("x-pine: &pine {wood: pine}\nplanks:\n- *pine\n- *pine\n");
    }

    @Test
    void leavesOutKeysThatAreNotKnown() {
        String before = """
                planks:
                  - colour: red   # faded
                    # of the forest
                    wood: oak
                    paint:
                      - red

                      - white
                    use: docker
                  - {colour: blue, wood: fir, paint: []}
                  - colour: green
                """;

        assertThat(carried(before)).isEqualTo("""
                        planks:
                          - wood: oak
                            use: docker
                          - {wood: fir}
                          - {}
                        """);
        assertThat(said())
                .containsExactly(
                        "old.yaml:2:5: left out: unknown key 'colour'",
                        "old.yaml:5:5: left out: unknown key 'paint'",
                        "old.yaml:10:6: left out: unknown key 'colour'",
                        "old.yaml:10:31: left out: unknown key 'paint'",
                        "old.yaml:11:5: left out: unknown key 'colour'");
    }

    @Test
    void writesOtherKeysWhereOthersSayTheSameToday() {
        String before = """
                planks:
                  - use_buildx: true # for arm
                  - use_buildx: false
                  - use_buildx: true
                    use: docker
                  - skip_build: true
                """;

        assertThat(carried(before)).isEqualTo("""
                        planks:
                          - use: buildx # for arm
                          - use: docker
                          - use: docker
                          - if: false
                        """);
    }

    @Test
    void takesTheTagPrefixOfAMonorepoForGits() {
        assertThat(carried("monorepo:\n  tag_prefix: \"cli/\" # ours\n"))
                .isEqualTo("git:\n  tag_prefix: \"cli/\" # ours\n");
        assertThat(carried("monorepo:\n  tag_prefix: 'cli/'\n\ngit:\n  # by date\n  tag_sort: -date\n"))
                .isEqualTo("git:\n  # by date\n  tag_prefix: 'cli/'\n  tag_sort: -date\n");
    }

    @Test
    void makesAListOfASingleBuild() {
        String before = """
                build:
                  id: boat
                  ldflags: |
                    -s
                      -w

                  # linux only
                  goos: [linux]
                planks: []
                """;

        assertThat(carried(before)).isEqualTo("""
                        builds:
                          - id: boat
                            ldflags: |
                              -s
                                -w

                            # linux only
                            goos: [linux]
                        planks: []
                        """);
    }

    @Test
    void keepsSectionsThatAreOnlyReadIfTheyAreNeeded() {
        String text = "cargo:\n- id: coal\nplanks: []\n";

        assertThat(carried(text)).isEqualTo("planks: []\n");
        assertThat(carried(text, Set.of("cargo"))).isEqualTo(text);
    }

    @Test
    void keepsTheEndsOfLines() {
        assertThat(carried("version: 2\r\narchives:\r\n  - id: a\r\n\r\nplanks:\r\n  - log: oak\r\n"))
                .isEqualTo("version: 1\r\nplanks:\r\n  - wood: oak\r\n");
    }

    @Test
    void keepsWhatOthersNeedOutOfSight() {
        String before = """
                first: &first [a]
                second: {of: *first, own: &second b}
                third: [c]
                planks:
                  - wood: *second
                """;

        assertThat(carried(before)).isEqualTo("""
                        x-first: &first [a]
                        x-second: {of: *first, own: &second b}
                        planks:
                          - wood: *second
                        """);
        assertThat(said()).contains("old.yaml:3:1: left out: unknown key 'third'");
    }
}
