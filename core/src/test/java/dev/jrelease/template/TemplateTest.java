package dev.jrelease.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Location START = new Location("f.yaml", 3, 10);
    private static final TemplateContext CONTEXT = TemplateContext.of(Map.of(
                    "ProjectName",
                    "hello",
                    "Version",
                    "1.2.3",
                    "Tag",
                    "v1.2.3",
                    "Major",
                    1,
                    "Minor",
                    2,
                    "Prerelease",
                    "",
                    "IsSnapshot",
                    false,
                    "Env",
                    Map.of("USER", "me", "EMPTY", ""),
                    "Now",
                    Instant.parse("2024-02-03T04:05:06.789Z")))
            .with(Map.of(
                    "Runtime",
                    Map.of("Goos", "linux"),
                    "Names",
                    List.of("a", "b"),
                    "People",
                    List.of(Map.of("name", "ann"), Map.of("name", "bob"))));

    /** The text is written with | for line breaks and ' for quotes. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    {{ version }}                                            => 1.2.3
                    {{ Version }}{{.Version}}{{{version}}}{{&version}}       => 1.2.31.2.31.2.31.2.3
                    v{{ .Major }}.{{ .Minor }}                               => v1.2
                    {{ .Env.USER }}/{{ env.USER }}/{{ $.Env.USER }}          => me/me/me
                    {{ index .Env "NOT" }}x                                  => x
                    {{ envOrDefault "NOT" "other" }}                         => other
                    {{ envOrDefault "EMPTY" "other" }}x                      => x
                    {{ isEnvSet "EMPTY" }}                                   => false
                    {{ .Runtime.Goos }}{{ runtime.goos }}                    => linuxlinux
                    {{ replace .Version "." "-" }}                           => 1-2-3
                    {{ .Version | replace "a.b" "." }}                       => a1.2.3b
                    {{ tolower (toupper .ProjectName) | printf "%-7s|" }}    => hello  |
                    {{ if .IsSnapshot }}s{{ else if .Prerelease }}p{{ else }}r{{ end }} => r
                    {{ if and (not .IsSnapshot) (eq .Major 1 2) }}y{{ end }} => y
                    {{ if or .IsSnapshot (ne .Tag "v1") }}y{{ end }}         => y
                    {{ with .Tag }}{{ . }}{{ $.Version }}{{ end }}           => v1.2.31.2.3
                    {{ with .Prerelease }}x{{ else }}none{{ end }}           => none
                    {{ range .Names }}<{{ . }}>{{ end }}                     => <a><b>
                    {{ range $i, $n := .Names }}{{ $i }}{{ $n }}{{ end }}    => 0a1b
                    {{ range 3 }}{{ . }}{{ end }}                            => 012
                    {{ $x := "a" }}{{ if true }}{{ $x = "b" }}{{ end }}{{ $x }} => b
                    {{ $m := map "k" "v" }}{{ $m.k }}{{ indexOrDefault $m "z" "d" }} => vd
                    a {{- .Version -}} b                                     => a1.2.3b
                    a{{/* nothing */}}b{{- /* at all */ -}}  c               => abc
                    a{{! nothing }}b                                         => ab
                    {{#isSnapshot}}s{{/isSnapshot}}{{^isSnapshot}}r{{/isSnapshot}} => r
                    {{#names}}[{{.}}]{{/names}}                              => [a][b]
                    {{#people}}{{name}}-{{.Version}};{{/people}}             => ann-1.2.3;bob-1.2.3;
                    {{ .Now.Format "2006-01-02 15:04:05.000" }}              => 2024-02-03 04:05:06.789
                    {{ time "Mon Jan _2 2006" }}                             => Sat Feb  3 2024
                    {{ incpatch .Tag }} {{ incminor .Tag }} {{ incmajor "1.2.3-rc.1" }} {{ incpatch "1.2.3-rc.1" }} => v1.2.4 v1.3.0 2.0.0 1.2.3
                    {{ dir "a/b/c" }} {{ base "a/b/c" }} {{ dir "a" }}       => a/b c .
                    {{ trimprefix .Tag "v" }}{{ trimsuffix "1v" "v" }}{{ trim "  x " }} => 1.2.31x
                    {{ index (split .Version ".") 1 }}                       => 2
                    {{ title "foo bAR-baz" }}                                => Foo Bar-Baz
                    {{ englishJoin (list "a" "b" "c") }}                     => a, b, and c
                    {{ in (list "a" "b") "b" }}{{ contains "foobar" "oob" }} => truetrue
                    {{ "a<b>&'c'" }}                                         => a<b>&'c'
                    {{ `raw\\` }}{{ "t\\t\\x41\\u00e9" }}                    => raw\\t\tAé
                    {{ .Names }} {{ len .Names }}                            => [a b] 2
                    {{ urlPathEscape "a/b c" }}                              => a%2Fb%20c
                    {{ mdv2escape "v1.2-x" }}                                => v1\\.2\\-x
                    {{ reReplaceAll "(\\\\d)\\\\.(\\\\d)" .Version "$2-$1" }} => 2-1.3
                    {{ if lt .Major 2 }}old{{ end }}{{ if ge .Minor 2 }}+{{ end }} => old+
                    {{ printf "%03d|%q|%v|%t|%5s|%x" 7 "q" 1.5 true "r" 255 }} => 007|"q"|1.5|true|    r|ff
                    no holes }} here                                         => no holes }} here
                    a } b {{ .Major }} } {c                                  => a } b 1 } {c
                    """)
    void fillsIn(String source, String expected) {
        assertThat(render(source, CONTEXT)).isEqualTo(expected);
    }

    @Test
    void keepsTheTextBetweenTheTags() {
        assertThat(render("{{ if true }}\n  a\n{{ end }}\n{{ .Major }}\r\n x\r{{ .Major }}", CONTEXT))
                .isEqualTo("\n  a\n\n1\r\n x\r1");
    }

    @Test
    void dropsTheLinesThatHoldOnlyASection() {
        assertThat(render("a\n{{#names}}\n  - {{.}}\n{{/names}}\n{{! nothing }}\nb", CONTEXT))
                .isEqualTo("a\n  - a\n  - b\nb");
    }

    @Test
    void keepsTheLineBreakBehindAValueInASection() {
        assertThat(render("{{#names}}{{.}}\n{{/names}}", CONTEXT)).isEqualTo("a\nb\n");
    }

    @Test
    void findsEverythingThatIsUnknown() {
        assertThat(problems("{{ .Versoin }}-{{ replace .Tagg nope \"x\" }}\n{{ .Env.NOT }}"))
                .containsExactly(
                        "f.yaml:3:13: 'Versoin' is not known here (did you mean Version?)",
                        "f.yaml:3:36: 'Tagg' is not known here (did you mean Tag?)",
                        "f.yaml:3:42: 'nope' is not known here",
                        "f.yaml:4:8: the environment variable NOT is not set (envOrDefault \"NOT\" \"…\" gives it a value for that case)");
    }

    private static String render(String source, TemplateContext context) {
        Problems problems = new Problems();
        String text = Template.parse(source, START, problems).render(context, problems);
        assertThat(problems.list()).isEmpty();
        return text;
    }

    private static List<String> problems(String source) {
        Problems problems = new Problems();
        Template.parse(source, START, problems).render(CONTEXT, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
