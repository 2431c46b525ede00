package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is reported where it was made, with what to do, and not where the parser noticed it. */
class SyntaxMistakesTest {

    /** The text is written with ⏎ for line breaks. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    env: ["A=b"]⏎dist: "b⏎project_name: "d" => 2:7: this " is not closed (add " at the end of the value)
                    env:⏎  - "A=b⏎  - "B=c"               => 2:5: this " is not closed (add " at the end of the value)
                    dist: 'out⏎project_name: d⏎           => 1:7: this ' is not closed (add ' at the end of the value)
                    dist: 'out⏎project_name: d # isn't⏎   => 1:7: this ' is not closed (add ' at the end of the value)
                    dist: "o⏎  p" q                       => 2:6: the quotes end before this (write \\" for a " within double quotes, or put the value in single quotes)
                    dist: "{{ env "A" }}"                 => 1:16: the quotes end before this (write \\" for a " within double quotes, or put the value in single quotes)
                    dist: 'it's'                          => 1:11: the quotes end before this (write '' for a ' within single quotes, or put the value in double quotes)
                    env: [A=b⏎dist: out                   => 1:6: this [ is not closed (add ] at the end of the value)
                    a:⏎  b: {c: d⏎  e: f                  => 2:6: this { is not closed (add } at the end of the value)
                    a:⏎  - b: ["c"⏎    d: e               => 2:8: this [ is not closed (add ] at the end of the value)
                    env: [A=b, "C=d"                      => 1:6: this [ is not closed (add ] at the end of the value)
                    env: [⏎  "A=b"⏎  "C=d"⏎]              => 3:3: a comma or ] is missing before this
                    env: [A=b}                            => 1:10: a comma or ] is missing before this
                    dist: {{ .A }}/b                      => 1:7: a value cannot begin with {{ unless in quotes (quote a value that begins with {{)
                    env:⏎  - {{ .A⏎  - b: c               => 2:5: a value cannot begin with {{ unless in quotes (quote a value that begins with {{)
                    dist:out⏎env: []                      => 1:1: a space is missing after a colon (write dist: out)
                    env: []⏎dist:{{ .Tag }}⏎retry: {}     => 2:1: a space is missing after a colon (write dist: {{ .Tag }})
                    env: []⏎dist                          => 2:1: a colon is missing after a key
                    env: []⏎https://example.com/a⏎a: b    => 2:1: a colon is missing after a key
                    <<<<<<< HEAD⏎dist: a                  => 1:1: a conflict of git is not resolved (keep one of its sides, and remove the markers)
                    dist: a⏎=======⏎dist: b               => 2:1: a conflict of git is not resolved (keep one of its sides, and remove the markers)
                    dist: a: b                            => 1:8: a value may not contain ': ' (quote the value)
                    - a: b: c                             => 1:7: a value may not contain ': ' (quote the value)
                    dist: *.txt                           => 1:7: a value cannot begin with * unless in quotes
                    dist: &&                              => 1:7: a value cannot begin with & unless in quotes
                    dist: `a`                             => 1:7: a value cannot begin with ` unless in quotes
                    dist: "a\\ok"                          => 1:10: \\o is not an escape sequence in double quotes (write \\\\ for a \\, or put the value in single quotes)
                    a:⏎  b: c⏎ d: e                       => 3:2: the indentation of this does not fit the lines above (begin it in column 3, like b in line 2)
                    a:⏎  b: c⏎   d: e                     => 3:4: the indentation of this does not fit the lines above (begin it in column 3, like b in line 2)
                    a:⏎  - b: [c]⏎   d: e                 => 3:4: the indentation of this does not fit the lines above (begin it in column 5, like b in line 2)
                    a:⏎  - b:⏎      - c⏎      d: e        => 4:7: the indentation of this does not fit the lines above (begin it in column 5, like b in line 2)
                    a:⏎  - b⏎ - c                         => 3:2: the indentation of this does not fit the lines above (begin it in column 3, like the item in line 2)
                    a:⏎  b:⏎ - c                          => 3:2: the indentation of this does not fit the lines above (begin all items of a list in the same column, right of b in line 2)
                    """)
    void isReportedWhereItWasMade(String text, String expected) {
        String message = expected.replaceFirst("(?<=:[0-9]{1,9}: )", "this is not YAML: ");
        assertThat(problems(text.replace('⏎', '\n'))).containsExactly("f:" + message);
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        ConfigLoader.load(ConfigFile.of("f", text), List.of(), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
