package dev.jrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problem;
import dev.jrelease.pipeline.CheckReport;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    private static CheckReport check(String yaml) {
        return check(".release.yaml", yaml);
    }

    private static CheckReport check(String file, String yaml) {
        Environment environment = new Environment(Map.of("OWNER", "Not Looked At"), Path.of("/home"), Path.of("/none"));
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            return releaser.check(ConfigFile.of(file, yaml));
        }
    }

    private static CheckReport image(String name) {
        return check("dockers:\n  - image_templates:\n      - '%s'\n".formatted(name));
    }

    private static List<String> said(CheckReport report) {
        return report.problems().list().stream()
                .map(Problem::toString)
                .map(text -> text.replaceFirst("^\\.release\\.yaml:", ""))
                .toList();
    }

    @Test
    void namesTheVariablesThatHaveToBeSet() {
        CheckReport report = check("""
                env:
                  - OWN=of the file
                  - FULL={{ .Env.HOST }}/{{ .Env.OWNER }}
                dockers:
                  - image_templates: ["{{ .Env.FULL }}/x:{{ .Version }}"]
                    build_args:
                      A: "{{ .Env.OWN }}{{ index .Env \\"INDEXED\\" }}{{ envOrDefault \\"DEFAULTED\\" \\"x\\" }}"
                      B: "{{ if isEnvSet \\"ASKED\\" }}{{ .Env.ASKED }}{{ end }}"
                      C: "{{ if index .Env \\"FOUND\\" }}{{ .Env.FOUND }}{{ end }}"
                      D: "{{ if .IsSnapshot }}{{ .Env.SNAPSHOT }}{{ else if .Prerelease }}{{ .Env.PRERELEASE }}{{ end }}"
                      E: "{{ if eq .Version \\"9.9.9\\" }}{{ .Env.NEVER_HERE }}{{ end }}"
                """);

        assertThat(said(report)).isEmpty();
        assertThat(report.environment()).containsExactly("HOST", "NEVER_HERE", "OWNER", "PRERELEASE", "SNAPSHOT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghcr.io/{{ .Env.OWNER }}/x:{{ .Version }}",
                "{{ .Env.IMAGE }}",
                "{{ index .Env \"REGISTRY\" }}/x:1",
                "{{ if index .Env \"REGISTRY\" }}{{ .Env.REGISTRY }}{{ else }}ghcr.io{{ end }}/x:1",
                "{{ envOrDefault \"REGISTRY\" \"ghcr.io\" }}/x:1",
                "localhost:{{ .Env.PORT }}/x:1",
                "acme/x:{{ incpatch .Env.VERSION }}",
                "acme/x:{{ index (split .Env.PARTS \".\") 3 }}",
                "acme/x:{{ index (split .Env.PARTS \"/\") 2 }}",
                "acme/x:{{ slice .Env.GITHUB_SHA 0 12 }}",
                "acme/x:{{ if eq .Env.X \"y\" }}y{{ else }}n{{ end }}",
                "acme/x:{{ with .Env.X }}{{ . }}{{ end }}",
                "acme/x:{{ readFile \"VERSION\" }}",
                "acme/x:{{ incminor (mustReadFile \"VERSION\") }}",
                "acme/x:{{ slice (sha256 \"dist/app\") 0 12 }}",
                "acme/x:{{ range $key, $value := .Env }}{{ $key }}{{ end }}1",
                "acme/x:{{ .Env }}",
                "acme/x:{{ with .Env }}{{ . }}{{ end }}",
                "acme/x:{{ printf \"%v\" .Env }}",
                "acme/x:{{ range split .Env.X \",\" }}{{ . }}{{ $.Version }}{{ end }}",
                "acme/x:{{ range len .Env.X }}{{ . }}{{ end }}1",
                "acme/x:{{ (index (list .Env.X) 0) }}{{ (or .Runtime .Env).Goos }}",
                "acme/x:{{ if isEnvSet \"X\" }}{{ index (split .Env.X \"-\") 7 }}{{ end }}1",
                "acme/x:{{ .Env._LEADING }}{{ .Env.__ }}",
            })
    void whatTheWorldCouldMakeRightIsNoError(String name) {
        assertThat(said(image(name))).isEmpty();
    }

    @Test
    void platformsAndFlagsCanComeFromTheEnvironment() {
        assertThat(said(check("""
                env: ["FLAG={{ .Env.BUILD_FLAG }}"]
                dockers:
                  - image_templates: ["acme/x:1"]
                    platforms: ["{{ .Env.PLATFORM }}"]
                    build_flag_templates: ["{{ .Env.FLAG }}"]
                  - image_templates: ["acme/x:2"]
                    build_flag_templates: ["--platform=linux/{{ .Env.ARCH }}"]
                """))).isEmpty();
    }

    @Test
    void whatNoValueCouldMakeRightIsAnError() {
        assertThat(said(image("ghcr.io/{{ .Env.OWNER }}/Upper:1")))
                .singleElement()
                .asString()
                .contains("Upper");
        assertThat(said(image("acme/x:{{ lt .Env.COUNT 2 }}")))
                .singleElement()
                .asString()
                .contains("cannot be compared");
        assertThat(said(image("acme/x:{{ .Env.X.Y }}")))
                .singleElement()
                .asString()
                .contains("no part 'Y'");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    {{ range split .Env.X "," }}{{ .Bar }}{{ end }}     => '.Bar' is not a member of the value of 'with'
                    {{ range $x := split .Env.X "," }}{{ $x.Bar }}{{ end }} => text has no part 'Bar'
                    {{ (split .Env.X ",").Foo }}                        => a list has no part 'Foo'
                    {{ (trim .Env.X).Foo }}                             => text has no part 'Foo'
                    {{ (len .Env.X).Foo }}                              => a number has no part 'Foo'
                    {{ with split .Env.X "," }}{{ .Bar }}{{ end }}      => '.Bar' is not a member of the value of 'with'
                    {{ range trim .Env.X }}{{ . }}{{ end }}             => range cannot go through text
                    {{ range eq .Env.X "a" }}{{ . }}{{ end }}           => range cannot go through true or false
                    """)
    void whatAFunctionNeverGivesIsAnError(String expression, String why) {
        assertThat(said(image("acme/x:1" + expression)))
                .singleElement()
                .asString()
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "{{ eq .Env.SIGN `1` }} => where {{ eq .Env.SIGN `1` }} is true, a release could not make the signatures",
                "{{ .Env.SIGN }} => where {{ .Env.SIGN }} is true, a release could not make the signatures",
                "{{ isEnvSet `SIGN` }} => where {{ isEnvSet `SIGN` }} is true, a release could not make the signatures",
                "{{ eq .ProjectName `x` }} => warning: a release could not make the signatures",
                "true => warning: a release could not make the signatures"
            })
    void aRefusalThatDependsOnTheWorldSaysSo(String condition, String warning) {
        assertThat(said(check("""
                project_name: x
                dockers: [{image_templates: ["acme/x:1"]}]
                docker_signs: [{artifacts: all, if: '%s'}]
                """.formatted(condition))))
                .singleElement()
                .asString()
                .contains(warning);
        assertThat(said(check("""
                project_name: x
                dockers: [{image_templates: ["acme/x:1"]}]
                docker_signs: [{artifacts: all, if: '{{ ne .ProjectName `x` }}'}]
                """))).isEmpty();
    }

    @Test
    void anUnknownValueHidesNothingElseInItsEntry() {
        assertThat(said(check("""
                dockers:
                  - image_templates: ["{{ .Env.IMAGE }}@{{ .Env.DIGEST }}"]
                    skip_push: "{{ .Env.SKIP }}"
                    platforms: ["linux/{{ .Env.ARCH }}", linux/amd46]
                    build_flag_templates: ["--nonsense"]
                """)))
                .anySatisfy(text -> assertThat(text).contains("amd46"))
                .anySatisfy(text -> assertThat(text).contains("--nonsense"));
    }

    @Test
    void namesAreLookedForInEveryBranch() {
        CheckReport report = image(
                "acme/x:{{ if .IsNightly }}{{ .Nope1 }}{{ else if .IsDraft }}{{ .Nope2 }}"
                        + "{{ else }}1{{ range (list) }}{{ $.Nope3 }}{{ end }}{{ end }}{{ with .Branch }}{{ else }}{{ .Nope4 }}{{ end }}");

        assertThat(said(report)).hasSize(4).allSatisfy(text -> assertThat(text).contains("is not known here"));
    }

    @Test
    void aVariableKeepsTheValueOfTheBranchThatIsTaken() {
        assertThat(said(image("acme/x:{{ $tag := \"1\" }}{{ if .IsNightly }}{{ $tag = \"/\" }}{{ end }}{{ $tag }}")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithPrereleasesAndSnapshotsAlone() {
        assertThat(said(image("acme/x:{{ if .Prerelease }}{{ index (split .Prerelease \".\") 2 }}{{ end }}1")))
                .singleElement()
                .asString()
                .contains("there is no item 2", "it is so for a prerelease");
        assertThat(said(image("acme/x:{{ .Version }}{{ if .IsSnapshot }}/{{ end }}")))
                .singleElement()
                .asString()
                .contains("it is so for a snapshot");
    }

    @Test
    void tellsOnceWhatIsAlwaysWrong() {
        assertThat(said(image("acme/X:{{ .Version }}")))
                .singleElement()
                .asString()
                .doesNotContain("it is so for");
        assertThat(said(image("acme/x:{{ .Nope }}"))).hasSize(1);
        assertThat(said(image("{{ if not .Prerelease }}acme/x:1{{ end }}"))).isEmpty();
    }

    @Test
    void warnsOfWhatIsWrongWithSnapshotsAloneInAFileOfGoReleasers() {
        CheckReport report = check(".goreleaser.yaml", """
                snapshot: {version_template: "{{ incpatch .Version }}+dev"}
                dockers:
                  - image_templates: ["acme/x:{{ .Version }}"]
                """);

        assertThat(said(report))
                .singleElement()
                .asString()
                .contains("warning: ", "is not an image reference", "it is so for a snapshot");
    }

    @Test
    void aSnapshotNameThatNoTagCanHoldIsToldWhereItIsMade() {
        assertThat(said(check("""
                snapshot: {version_template: "{{ .Nope }}"}
                dockers:
                  - image_templates: ["acme/x:1"]
                """))).singleElement().asString().contains("'Nope' is not known here");
    }

    @Test
    void aSnapshotNameWithAPlusIsNamedWhereATagCannotHoldIt() {
        assertThat(said(check("""
                snapshot: {version_template: "{{ .Version }}+next"}
                dockers:
                  - image_templates: ["acme/x:{{ .Version }}", "acme/x:{{ replace .Version `+` `-` }}-ok"]
                """)))
                .singleElement()
                .asString()
                .startsWith("3:24: ")
                .contains(
                        "it is so for a snapshot",
                        "1.2.3+next comes from snapshot.version_template",
                        "replace .Version");
    }

    @ParameterizedTest
    @CsvSource({
        "'acme/x:{{ incpatch .Env.X }}+bad', 'may hold only letters'",
        "'acme/x:{{ index (split .Env.X \"/\") 1 }} ', ''",
        "'acme/X:{{ incpatch .Env.X }}', 'must be lower case'",
        "'{{ index (split .Env.X \"/\") 1 }}:{{ incpatch .Env.X }}+bad', ''"
    })
    void whatIsWrongWithEveryValueIsTold(String name, String why) {
        assertThat(String.join("\n", said(image(name)))).contains(why).matches(why.isEmpty() ? "" : "(?s).+");
    }

    @Test
    void anUnknownValueIsNoSecret() {
        Redactor redactor = new Redactor();
        Environment environment = new Environment(Map.of(), Path.of("/home"), Path.of("/none"));
        try (Releaser releaser = new Releaser(environment, redactor, Instant.EPOCH)) {
            releaser.check(ConfigFile.of(".release.yaml", """
                    variables:
                      signing_key: "{{ .Env.PLATFORM }}"
                      pull_token: hunter22
                    """));
        }
        assertThat(redactor.redact("the platform hunter22")).isEqualTo("the platform ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ if index .Env \"T\" }}{{ .Env.T }}{{ else }}{{ .Tag }}{{ end }}",
                "{{ with index .Env \"T\" }}{{ . }}{{ else }}{{ .Tag }}{{ end }}",
                "{{ or (index .Env \"T\") .Tag }}",
            })
    void aVariableMayBeSetToItselfOrToSomethingElse(String value) {
        CheckReport report = check("""
                env: ['T=VALUE']
                dockers: [{image_templates: ["acme/x:{{ .Env.T }}"]}]
                """.replace("VALUE", value));

        assertThat(said(report)).isEmpty();
        assertThat(report.environment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io/{{ .Env.OWNER }}/app:1 2, may hold only letters",
        "ghcr.io/{{ .Env.OWNER }}/App-{{ .Env.X }}, must be lower case",
        "ghcr.io//{{ .Env.OWNER }}/app, single separators",
        "acme/x@{{ .Env.DIGEST }}, contains a digest",
    })
    void aNameThatIsWrongForEveryValueIsAnError(String name, String why) {
        assertThat(said(image(name))).singleElement().asString().contains(why).contains("{{ .Env.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .Env.REGISTRY }}/x",
                "acme/x{{ .Env.SUFFIX }}",
                "acme/x-{{ .Env.SUFFIX }}-RC",
                "x:{{ .Env.TAG }}",
                "{{ .Env.HOST }}:{{ .Env.PORT }}/x",
                "{{ if .Env.X }}acme/x:1{{ end }}",
                "acme/x:{{ if .Env.X }}{{ index (split .Prerelease \".\") 1 }}{{ else }}1{{ end }}",
            })
    void aNameThatMayBeRightIsNoError(String name) {
        assertThat(said(image(name))).isEmpty();
    }

    @Test
    void childrenOfWhichPartsAreUnknownAreFoundByTheOthers() {
        assertThat(said(check("""
                dockers:
                  - image_templates: ["{{ .Env.REGISTRY }}/x:1-amd64"]
                  - {goarch: arm64, image_templates: ["{{ if .Env.ARM }}ghcr.io/x:1-arm64{{ end }}"]}
                docker_manifests:
                  - name_template: "{{ .Env.REGISTRY }}/x:1"
                    image_templates: ["{{ .Env.REGISTRY }}/x:1-amd64", "ghcr.io/x:1-arm64", "{{ .Env.OTHER }}"]
                """))).isEmpty();
        assertThat(said(check("""
                dockers:
                  - image_templates: ["{{ .Env.REGISTRY }}/x:1-amd64"]
                docker_manifests:
                  - name_template: "{{ .Env.REGISTRY }}/x:1"
                    image_templates: ["{{ .Env.REGISTRY }}/x:1-amd46"]
                """)))
                .singleElement()
                .asString()
                .contains("no entry of dockers produces {{ .Env.REGISTRY }}/x:1-amd46");
    }

    @Test
    void entriesThatAreMadeOnUnknownConditionsDoNotConflict() {
        assertThat(said(check("""
                dockers:
                  - {if: '{{ eq .Env.A "1" }}', dockerfile: one, image_templates: ["acme/x:1"]}
                  - {if: '{{ eq .Env.A "2" }}', dockerfile: two, image_templates: ["acme/x:1"]}
                  - {dockerfile: three, image_templates: ["acme/{{ .Env.B }}:1"]}
                  - {dockerfile: four, image_templates: ["acme/{{ .Env.C }}:1"]}
                """))).isEmpty();
    }

    @Test
    void aFlagOfWhichTheNameIsUnknownMayHaveTheNextItemForItsValue() {
        assertThat(said(check("""
                dockers:
                  - image_templates: ["acme/x:1"]
                    build_flag_templates: ["{{ .Env.FLAG }}", "value", "--output={{ .Env.OUTPUT }}"]
                """))).isEmpty();
    }
}
