package dev.jrelease.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.Fields;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.function.Functions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateProblemsTest {
    private static final Location START = new Location("f", 1, 1);
    private static final TemplateContext CONTEXT = TemplateContext.of(Map.of(
            "Version",
            "1.2.3",
            "Tag",
            "v1.2.3",
            "IsSnapshot",
            false,
            "Prerelease",
            "",
            "Names",
            List.of("a", "b"),
            "Env",
            Map.of("USER", "me")));

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    x {{ .Version                 => f:1:3: '{{' has no closing '}}'
                    x {{ .Version }               => f:1:3: '{{' has no closing '}}'
                    {{}}                          => f:1:3: there is nothing between {{ and }}
                    {{ .Version | }}              => f:1:15: something is missing here
                    {{ (.Version }}               => f:1:14: a ')' is missing
                    {{ nope .Version }}           => f:1:4: there is no function 'nope'
                    {{ tolowr .Version }}         => f:1:4: there is no function 'tolowr' (did you mean tolower?)
                    {{ lower .Version }}          => f:1:4: there is no function 'lower' (did you mean tolower?)
                    {{ upperCase .Version }}      => f:1:4: there is no function 'upperCase' (did you mean toupper?)
                    {{ .Version | titlecase }}    => f:1:15: there is no function 'titlecase' (did you mean title?)
                    {{ default "x" .Version }}    => f:1:4: there is no function 'default' (did you mean envOrDefault?)
                    {{ tolower }}                 => f:1:4: 'tolower' is not known here (use the function like this: tolower "V1.2")
                    {{ replace .Version "." }}    => f:1:4: replace takes 3 arguments, not 2 (replace "v1.2" "v" "")
                    {{ js .Version }}             => f:1:4: the function 'js' is not supported
                    {{ .Version "x" }}            => f:1:4: 'Version' is not a function and takes no arguments
                    {{ $x }}                      => f:1:4: there is no variable $x
                    {{ "a}}b" }}                  => f:1:4: the text has no closing " ('}}' ends an expression even inside quotes: write it as "}" "}" or "}\\x7d")
                    {{ if eq .Tag ' }}x{{ end }}  => f:1:15: the text has no closing ' (write text as "…", or as `…` inside double quotes of YAML)
                    {{ if eq .Tag '' }}x{{ end }} => f:1:15: single quotes contain one character (write text as "…", or as `…` inside double quotes of YAML)
                    {{ replace .Tag "v }}-{{ .Tag }} => f:1:17: the text has no closing " (write text as "…", or as `…` inside double quotes of YAML)
                    {{ .Env.USRE }}               => f:1:8: the environment variable USRE is not set (did you mean USER?)
                    {{ .Env.HOST_NAME }}          => f:1:8: the environment variable HOST_NAME is not set (envOrDefault "HOST_NAME" "…" gives it a value for that case)
                    {{ if .Tag }}x                => f:1:1: {{ if }} has no {{ end }} (close it with {{ end }})
                    {{ if .Tag }}x{{ elif .A }}{{ end }} => f:1:18: there is no function 'elif' (did you mean else if?)
                    {{ replace(.Tag, "v", "") }}  => f:1:16: unexpected ',' (write arguments with spaces between them, without parentheses)
                    x{{ end }}                    => f:1:2: {{ end }} does not belong to an 'if', 'with' or 'range'
                    {{ if .Tag }}{{else}}{{else}}{{end}} => f:1:22: there is an {{ else }} already
                    {{ range .Names }}{{ else if .Tag }}{{ end }} => f:1:19: 'else if' does not go with 'range'
                    {{ template "x" }}            => f:1:1: 'template' is not supported in a template (put the text into a file and include that: {{> file }})
                    {{ range .Names }}{{ break }}{{ end }} => f:1:19: 'break' is not supported in a template (put an {{ if }} around what is not wanted for every item)
                    {{#names}}x                   => f:1:1: {{#names}} is not closed
                    {{#names}}x{{/tag}}           => f:1:12: {{/tag}} closes a section that is not open: {{#names}} is
                    {{/names}}                    => f:1:1: {{/names}} closes a section that is not open
                    {{=<% %>=}}                   => f:1:1: the braces cannot be changed
                    {{> part}}                    => f:1:1: could not read the partial 'part': partials are not available here
                    {{/* a }} b */}}              => f:1:1: the comment has no closing '*/' before '}}'
                    {{ .Version.Major }}          => f:1:12: text has no part 'Major'
                    {{ index .Names 7 }}          => f:1:4: there is no item 7, the last is 1
                    {{ with .Tag }}{{ .Version }}{{ end }} => f:1:19: '.Version' is not a member of the value of 'with' or 'range' ($.Version is the outer one)
                    {{ incpatch "latest" }}       => f:1:4: incpatch needs a version, but 'latest' is not one
                    {{ tolower .Names }}          => f:1:4: tolower needs text, but its argument is a list
                    {{ sha256 "a" }}              => f:1:4: sha256 cannot be used here: templates have no access to files
                    {{ blake3 "a" }}              => f:1:4: blake3 is not supported, sha256 and sha3_256 are
                    {{ filter .Tag "(" }}         => f:1:4: '(' is not a regular expression: missing closing )
                    {{ . }}                       => f:1:4: '.' is the whole context here, not a single value
                    {{#nope}}x{{/nope}}           => f:1:4: 'nope' is not known here
                    """)
    void tells(String source, String expected) {
        assertThat(render(source)).containsExactly(expected);
    }

    @Test
    void fillsInABrokenTemplateAsWhatItSaysAndTellsItOnce() {
        Problems problems = new Problems();
        Template template = Template.parse("{{ .A", START, problems);

        assertThat(template.render(CONTEXT, problems)).isEqualTo("{{ .A");
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void looksIntoEveryBranchWhenItChecks() {
        Problems problems = new Problems();
        String source =
                "{{ if .IsSnapshot }}{{ .A }}{{ else if .B }}{{ end }}{{ with .Prerelease }}{{ .C }}{{ $.D }}{{ end }}"
                        + "{{#prerelease}}{{ e }}{{/prerelease}}{{^names}}{{ f }}{{/names}}{{ or .Tag .G }}"
                        + "{{ if .Prerelease }}{{ index (split .Prerelease \".\") 1 }}{{ end }}";
        Template template = Template.parse(source, START, problems);
        assertThat(template.render(CONTEXT, new Problems())).isEqualTo("v1.2.3");

        assertThat(template.render(CONTEXT.checkedBy(new BranchCheck()), problems))
                .isEqualTo("v1.2.3");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "'A' is not known here",
                        "'B' is not known here",
                        "'D' is not known here",
                        "'e' is not known here",
                        "'f' is not known here",
                        "'G' is not known here");
    }

    @Test
    void doesNotLookIntoBranchesThatAreNotTakenWhenItRenders() {
        assertThat(render("{{ if .IsSnapshot }}{{ .Env.TOKEN }}{{ end }}{{ and .Prerelease .Env.TOKEN }}"))
                .isEmpty();
    }

    @Test
    void asksForEnvironmentVariablesByName() {
        List<String> asked = new ArrayList<>();
        Fields environment = name -> {
            asked.add(name);
            return Optional.of(name.toLowerCase(Locale.ROOT));
        };
        Problems problems = new Problems();

        String text = Template.parse("{{ .Env.A }}{{ index .Env \"B\" }}{{ isEnvSet \"C\" }}", START, problems)
                .render(TemplateContext.of(Map.of("Env", environment)), problems);

        assertThat(text).isEqualTo("abtrue");
        assertThat(asked).containsExactly("A", "B", "C");
    }

    @Test
    void takesEnvironmentVariablesByTheirExactNames() {
        assertThat(render("{{ .Env.USER }}{{ index .Env \"\" }}{{ envOrDefault \"uSER\" \"\" }}{{ .Env.uSER }}"))
                .singleElement()
                .asString()
                .contains("the environment variable uSER is not set");
    }

    @Test
    void asksForLazyValuesOnlyWhenTheyAreUsed() {
        Supplier<String> never = () -> {
            throw new AssertionError("asked");
        };
        Problems problems = new Problems();

        assertThat(Template.parse("{{ tag }}", START, problems).render(CONTEXT.with("Lazy", never), problems))
                .isEqualTo("v1.2.3");
    }

    @Test
    void readsPartials() {
        Partials partials = name -> "[" + name + " {{ version }} {{ nope }}]";
        Problems problems = new Problems();
        Template template = Template.parse("a{{> x/y.txt}}b", Positions.all(START), partials, problems);

        assertThat(template.render(CONTEXT, problems)).isEqualTo("a[x/y.txt 1.2.3 ]b");
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("x/y.txt:1:27: 'nope' is not known here");
    }

    @Test
    void givesUpOnWhatWouldNeverEnd() {
        Problems problems = new Problems();
        Partials bomb = name -> "{{> a}}{{> a}}";
        Template.parse("{{> a}}", Positions.all(START), bomb, problems).render(CONTEXT, problems);
        String loops = String.join("", Collections.nCopies(40, "{{ range $.Names }}"))
                + String.join("", Collections.nCopies(40, "{{ end }}"));
        Template.parse(loops, new Location("g", 1, 1), problems).render(CONTEXT, problems);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f:1:1: could not fill in the template: it does too much, in nested loops or in partials that include each other",
                        "g:1:1: could not fill in the template: it does too much, in nested loops or in partials that include each other");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThat(render(String.join("", Collections.nCopies(5000, "{{#names}}"))))
                .containsExactly("f:1:1001: nested more than 100 deep");
        assertThat(render(String.join("", Collections.nCopies(5000, "{{ if .Tag }}"))))
                .containsExactly("f:1:1301: nested more than 100 deep");
        assertThat(render("{{ " + "(".repeat(5000) + " }}")).containsExactly("f:1:104: nested more than 100 deep");
    }

    @Test
    void readsFilesThroughWhatTheContextGives() {
        FileAccess files = new FileAccess() {
            @Override
            public byte[] read(String path) throws IOException {
                if (!path.equals("abc")) {
                    throw new NoSuchFileException(path);
                }
                return " abc\n".getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String absolute(String path) {
                return "/project/" + path;
            }
        };
        Problems problems = new Problems();
        String source =
                "{{ readFile \"abc\" }}{{ readFile \"no\" }} {{ crc32 \"abc\" }} {{ md5 \"abc\" }} {{ abs \"x\" }}"
                        + "{{ mustReadFile \"no\" }}";

        String text = Template.parse(source, START, problems).render(CONTEXT.withFiles(files), problems);

        assertThat(text).isEqualTo("abc 612f864b 6003d4e10a339bb99a72b0d0e8005d18 /project/x");
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("could not read 'no': there is no such file");
    }

    @Test
    void showsHowEachFunctionIsUsed() {
        assertThat(Functions.all()).allSatisfy(function -> {
            Problems problems = new Problems();
            Template.parse("{{ $map := map }}{{ " + function.usage() + " }}", START, problems);
            assertThat(problems.list()).as(function.usage()).isEmpty();
        });
    }

    private static List<String> render(String source) {
        Problems problems = new Problems();
        Template.parse(source, START, problems).render(CONTEXT, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
