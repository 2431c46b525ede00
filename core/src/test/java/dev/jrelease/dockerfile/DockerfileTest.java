package dev.jrelease.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Dockerfile says, by BuildKit's rules. */
class DockerfileTest {

    /** {@code LINE KEYWORD flags | words}. */
    private static List<String> read(String text) {
        return Dockerfile.parse(text).instructions().stream()
                .map(instruction -> instruction.line() + " " + instruction.keyword() + texts(instruction.flags()) + " |"
                        + texts(instruction.words()))
                .toList();
    }

    private static String texts(List<Word> words) {
        return words.stream().map(word -> " " + word.text()).collect(Collectors.joining());
    }

    @Test
    void instructionsHaveLinesFlagsAndWords() {
        assertThat(read("""
                # a comment
                from --platform=$BUILDPLATFORM alpine:3  AS build

                COPY --chown=1:1 --from=build /a /b
                  ENTRYPOINT ["/a", "-x y"]
                CMD [ -f /a ]
                CMD [["/a"]]
                CMD ["/a", 1]
                """))
                .containsExactly(
                        "2 FROM --platform=$BUILDPLATFORM | alpine:3 AS build",
                        "4 COPY --chown=1:1 --from=build | /a /b",
                        "5 ENTRYPOINT | /a -x y",
                        "6 CMD | [ -f /a ]",
                        "7 CMD | [[\"/a\"]]",
                        "8 CMD | [\"/a\", 1]");
    }

    @Test
    void aLineIsContinuedOverCommentsAndEmptyLines() {
        assertThat(read("""
                RUN a && \\
                  # why
                  b && \\

                  c
                RUN d \\\\
                RUN e\\
                """)).containsExactly("1 RUN | a && b && c", "6 RUN | d \\\\", "7 RUN | e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# escape=`;RUN a `; b;COPY c\\ d            | 2 RUN,4 COPY",
                "# Escape = `;# syntax=x/y;COPY a `; b       | 3 COPY",
                "# syntax=x/y;# escape=`;RUN a `; b          | 3 RUN",
                "# a comment;# escape=`;RUN a `;RUN b        | 3 RUN,4 RUN",
            })
    void directivesStandInFrontOfEverything(String text, String lines) {
        assertThat(Dockerfile.parse(text.replace(";", "\n")).instructions().stream()
                        .map(instruction -> instruction.line() + " " + instruction.keyword())
                        .collect(Collectors.joining(",")))
                .isEqualTo(lines);
    }

    @Test
    void namesTheFrontend() {
        assertThat(Dockerfile.parse("# syntax=docker/dockerfile:1\nFROM scratch")
                        .syntax())
                .contains("docker/dockerfile:1");
        assertThat(Dockerfile.parse("\uFEFF#syntax=a\n").syntax()).contains("a");
        assertThat(Dockerfile.parse("# about syntax=docker\n# syntax=a\nFROM scratch")
                        .syntax())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN cat <<EOF;FROM no;EOF;CMD x                     | 1 RUN,4 CMD",
                "COPY <<'A' <<-\"C\" /x/;COPY no;A;FROM no;\tC;CMD x  | 1 COPY,6 CMD",
                "RUN [\"echo\", \"<<EOF\"];CMD x                      | 1 RUN,2 CMD",
                "RUN cat <<EOF;FROM no                               | 1 RUN",
                "ENV A=<<EOF;CMD x                                   | 1 ENV,2 CMD",
            })
    void whatIsInAHeredocIsNoInstruction(String text, String lines) {
        assertThat(Dockerfile.parse(text.replace(";", "\n")).instructions().stream()
                        .map(instruction -> instruction.line() + " " + instruction.keyword())
                        .collect(Collectors.joining(",")))
                .isEqualTo(lines);
    }

    @Test
    void wordsKnowTheirPlaces() {
        Dockerfile dockerfile = Dockerfile.parse("FROM scratch\n  COPY ä \\\n    b \\\n /c\nCOPY [\"d e\", \"/\"]\n");

        assertThat(dockerfile.instructions().get(1).words())
                .containsExactly(new Word("ä", 2, 8), new Word("b", 3, 5), new Word("/c", 4, 2));
        assertThat(dockerfile.instructions().get(2).words())
                .containsExactly(new Word("d e", 5, 8), new Word("/", 5, 15));
    }

    @Test
    void hasStages() {
        List<Stage> stages =
                Dockerfile.parse("ARG X\nFROM a AS one\nRUN x\nFROM b\nFROM\n").stages();

        assertThat(stages).extracting(Stage::base).containsExactly("a", "b", "");
        assertThat(stages)
                .extracting(Stage::name)
                .containsExactly(Optional.of("one"), Optional.empty(), Optional.empty());
        assertThat(stages.getFirst().instructions())
                .extracting(Instruction::keyword)
                .containsExactly("RUN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENV A=", "ENV A=\"", "ENV ", "COPY [\"", "CMD [\"a\", \""})
    void longWordsCanBeRead(String start) {
        Dockerfile dockerfile = Dockerfile.parse(start + "a".repeat(100_000) + "\"]");
        Instruction instruction = dockerfile.instructions().getFirst();
        DockerfileVariables variables = DockerfileVariables.globals(dockerfile, Map.of(), Map.of());

        variables.follow(instruction);

        assertThat(instruction.keyword()).isEqualTo(start.substring(0, start.indexOf(' ')));
    }

    @ParameterizedTest
    @CsvSource({"''", "\\", "#", "# escape=", "COPY", "COPY [", "COPY --", "COPY <<", "'ENV A'", "'ENV ='"})
    void anythingCanBeRead(String text) {
        assertThat(Dockerfile.parse(text).instructions().size()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/dockerfile:1\u0085x", "docker/dockerfile:1 \u2028 x", "a = b"})
    void aDirectiveIsReadToTheEndOfItsLine(String value) {
        assertThat(Dockerfile.parse("# syntax = " + value + " \nFROM scratch\n").syntax())
                .contains(value);
    }

    @Test
    void valuesThatDoubleEachOtherAreNotFilledInForEver() {
        String doubled = "ENV A=$A$A\n".repeat(100);

        assertThat(ContextSources.of(
                        Dockerfile.parse("FROM scratch\nENV A=aa\n" + doubled + "COPY $A /\nCOPY b /\n"),
                        "",
                        Map.of(),
                        Platform.of("linux", "amd64")))
                .extracting(ContextSource::path)
                .containsExactly("b");
    }
}
