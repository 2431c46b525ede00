package dev.jrelease.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.function.KnownVariables;
import dev.jrelease.template.function.SecretValues;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret stays one through functions, variables and blocks; a word that equals it is none. */
class SecretValuesTest {
    private final Redactor redactor = new Redactor();

    private String rendered(String source) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("API_TOKEN", "Hello&World");
        variables.put("NAME", String.valueOf("Hello&World".toCharArray()));
        SecretValues secrets = new SecretValues();
        KnownVariables environment = KnownVariables.of(variables, secrets, new HashSet<>());
        TemplateContext context = TemplateContext.of(Map.of("Env", environment, "ProjectName", "app"))
                .withSecrets(secrets);
        secrets.forEach(redactor::learnRendered);
        Problems problems = new Problems();
        String text =
                Template.parse(source, Location.ofFile("a.yaml"), problems).render(context, problems);
        assertThat(problems.list()).isEmpty();
        return redactor.redactRendered(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a-{{ .Env.API_TOKEN }}-b ~ a-***-b",
                "{{ .Env.API_TOKEN | toupper }} ~ ***",
                "{{ urlquery .Env.API_TOKEN }} ~ ***",
                "p{{ slice .Env.API_TOKEN 0 5 }}q ~ p***q",
                "{{ index .Env \"API_TOKEN\" }} ~ ***",
                "{{ envOrDefault \"API_TOKEN\" \"x\" }} ~ ***",
                "{{ $t := .Env.API_TOKEN }}{{ $t }}-{{ .ProjectName }} ~ ***-app",
                "{{ with .Env.API_TOKEN }}{{ tolower . }}{{ end }} ~ ***",
                "{{ range split .Env.API_TOKEN \"&\" }}<{{ . }}>{{ end }} ~ <***><***>",
                "{{ printf \"%s\" .Env.API_TOKEN }} ~ ***",
                "{{ map \"k\" .Env.API_TOKEN }} ~ ***",
                "{{ printf \"%v\" (map \"k\" .Env.API_TOKEN) }} ~ ***",
                "{{ index (map \"k\" .ProjectName \"l\" .Env.API_TOKEN) \"k\" }} ~ app",
                "{{ index .Env \"NAME\" }} ~ Hello&World",
                "--build-arg=U=p://u:{{ .Env.API_TOKEN }}@h/x ~ --build-arg=U=p://u:***@h/x",
                "{{ if .Env.API_TOKEN }}yes{{ end }} ~ yes",
                "{{ len .Env.API_TOKEN }} ~ 11"
            })
    void isMaskedWhereItIsWritten(String source, String shown) {
        assertThat(rendered(source)).isEqualTo(shown);
    }

    @Test
    void isMaskedInAFlagThatIsTakenApart() {
        rendered("--build-arg=URL=p://u:{{ .Env.API_TOKEN }}@h/x");
        rendered("--label=t=pre-{{ .Env.API_TOKEN }}x");
        assertThat(redactor.redactRendered("URL=p://u:Hello&World@h/x")).isEqualTo("URL=p://u:***@h/x");
        assertThat(redactor.redactRendered("--build-arg URL=p://u:Hello&World@h/x"))
                .isEqualTo("--build-arg URL=p://u:***@h/x");
        assertThat(redactor.redactRendered("pre-Hello&Worldx")).isEqualTo("pre-***x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ println .Env.API_TOKEN }}",
                "{{ printf \"%s \\n\" .Env.API_TOKEN }}",
                "{{ printf \"\\n%s\" .Env.API_TOKEN }}"
            })
    void aLineEndBesideItStays(String source) {
        assertThat(rendered("a" + source + "b").strip().lines()).hasSize(2);
        assertThat(redactor.redactRendered("--label a=Hello&World\n  --target b\n"))
                .isEqualTo("--label a=***\n  --target b\n");
    }

    @Test
    void aWordThatEqualsItIsNone() {
        assertThat(rendered("{{ .Env.NAME }}")).isEqualTo("Hello&World");
        assertThat(rendered("Hello&World")).isEqualTo("Hello&World");
    }
}
