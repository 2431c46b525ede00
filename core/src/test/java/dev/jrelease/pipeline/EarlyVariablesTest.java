package dev.jrelease.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipes.images.plan.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of {@code env} that ask for what is known only after the repository was asked. */
class EarlyVariablesTest {
    private static final String USED =
            "the variable V has no value: its item of env, %s:1:13, uses a name that is known only" + " later";

    private static List<String> said(String item, String name) {
        return Planned.of(file(item, name)).said();
    }

    private static String file(String item, String name) {
        return "env: ['V=" + item + "']\ndockers: [{image_templates: ['" + name + "']}]\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .Version }}",
                "{{ .Tag }}",
                "{{ .ShortCommit }}",
                "{{ .ModulePath }}",
                "{{ incpatch .Version }}",
                "{{ if .IsGitDirty }}dirty{{ end }}",
                "{{ .Metadata.Description }}",
            })
    void areWarningsWhereNoTemplateUsesTheirVariable(String item) {
        assertThat(said("-X main.v=" + item, "acme/a:1.2.3"))
                .singleElement()
                .asString()
                .startsWith("1:")
                .contains("warning: ", "has no value here")
                .endsWith("(the variable V has no value: a template that uses it fails)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .Env.V }}",
                "{{ index .Env \"V\" }}",
                "{{ envOrDefault \"V\" \"x\" }}",
                "{{ if isEnvSet \"V\" }}x{{ end }}",
                "{{ if .Env.V }}x{{ end }}",
                "{{ range $k, $v := .Env }}{{ $k }}{{ end }}",
                "{{ .Env }}",
            })
    void areErrorsWhereATemplateUsesTheirVariable(String use) {
        Planned planned = Planned.of(file("{{ .Version }}", "acme/a:1" + use));

        assertThat(planned.said())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2:")
                .contains(USED.formatted(".release.yaml"));
        assertThat(planned.problems().hasErrors()).isTrue();
    }

    @Test
    void areTheSameForACheck() {
        assertThat(Planned.checked(file("{{ .Version }}", "acme/a:1.2.3")).said())
                .singleElement()
                .asString()
                .contains("warning: ");
        for (String use : List.of("{{ .Env.V }}", "{{ index .Env \"V\" }}", "{{ envOrDefault \"V\" \"x\" }}")) {
            assertThat(Planned.checked(file("{{ .Version }}", "acme/a:1" + use)).said())
                    .anyMatch(said -> said.startsWith("2:") && said.contains(USED.formatted(".release.yaml")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ .Nope }}", "{{ .Version }}{{ .Nope }}", "{{ nope .Version }}", "{{ replace .Version }}"})
    void otherMistakesAreErrorsWhetherTheVariableIsUsedOrNot(String item) {
        Planned planned = Planned.of(file(item, "acme/a:1.2.3"));

        assertThat(planned.problems().hasErrors()).isTrue();
    }
}
