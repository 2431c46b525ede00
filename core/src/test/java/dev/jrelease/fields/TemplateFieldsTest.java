package dev.jrelease.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.MachineFacts;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFieldsTest {
    private static final Environment ENVIRONMENT =
            new Environment(Map.of("REGISTRY", "ghcr.io"), Path.of("/home"), Path.of("/projects/folder"));

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "{{ version }}=1.2.3",
                "{{ .Tag }} {{ .PreviousTag }}=v1.2.3 v1.2.2",
                "{{ .Major }}.{{ .Minor }}.{{ .Patch }}=1.2.3",
                "{{ .ShortCommit }}=0123456",
                "{{ .Date }}=2026-01-02T03:04:05Z",
                "{{ .Timestamp }} {{ .CommitTimestamp }}=1767323045 1767323045",
                "{{ .GitURL }}=https://git.example.com/acme/project.git",
                "{{ .IsSnapshot }} {{ .IsGitDirty }}=false false",
                "{{ .Env.REGISTRY }}=ghcr.io",
                "{{ .Dist }}=dist",
                "{{ .PrefixedTag }} {{ .PrefixedPreviousTag }} {{ .PrefixedSummary }}=v1.2.3 v1.2.2 v1.2.3",
                "{{ .GitTreeState }} {{ .IsRelease }} {{ .IsMerging }} {{ .IsSingleTarget }}=clean true false false",
                "{{ .IsDraft }} {{ .IsNightly }}=false false",
                "{{ .ReleaseURL }}=https://git.example.com/acme/project/releases/tag/v1.2.3",
                "{{ isNewest }} {{ isNewest .Major .Minor }}=true true",
                "none{{ .Metadata.License }}=none",
                "none{{ readFile \"etc/NAME.txt\" }}=none",
                "{{ abs \"x\" }}=/projects/folder/x",
            })
    void everyTemplateKnows(String template, String text) {
        assertThat(render(template, planning("version: 1").context())).isEqualTo(text);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void theProjectIsCalledAfterItsRepository() {
        assertThat(planning("version: 1").projectName()).isEqualTo("project");
        assertThat(planning("project_name: \"{{ .Env.REGISTRY }}-x\"").projectName())
                .isEqualTo("ghcr.io-x");
    }

    @Test
    void variablesOfTheFileGoBeforeThoseOfTheEnvironment() {
        TemplateContext context = planning("env: [\"REGISTRY=mine\", \"FULL={{ .Env.REGISTRY }}/acme\"]")
                .context();

        assertThat(render("{{ .Env.REGISTRY }} {{ .Env.FULL }}", context)).isEqualTo("mine ghcr.io/acme");
    }

    @ParameterizedTest
    @CsvSource({
        "'env: [\"X={{ envOrDefault `X` `y` }}\"]', y",
        "'env: [\"X={{ if index .Env `X` }}{{ .Env.X }}{{ else }}y{{ end }}\"]', y",
        "'env: [\"X={{ with index .Env `X` }}{{ . }}{{ else }}y{{ end }}\"]', y",
        "'env: [\"X={{ if isEnvSet `X` }}{{ .Env.X }}{{ else }}y{{ end }}\"]', y",
        "'env: [\"X={{ envOrDefault `REGISTRY` `y` }}\"]', ghcr.io",
        "'env: [\"X={{ if index .Env `REGISTRY` }}{{ .Env.REGISTRY }}{{ else }}y{{ end }}\"]', ghcr.io",
        "'env: {X: \"{{ envOrDefault `X` `y` }}/z\"}', y/z",
        "'env: {A: b, X: 1.10}', 1.10",
        "'env: {X: , A: b}', ''",
        "'env: [X=]', ''",
        "'env: [X=a=b]', a=b",
    })
    void variablesOfTheFileMayHaveDefaults(String yaml, String value) {
        assertThat(render("{{ .Env.X }}", planning(yaml, unpublished()).context()))
                .isEqualTo(value);
        assertThat(problems.list()).isEmpty();
    }

    /** Facts of an environment that is known. */
    private static ReleaseFacts unpublished() {
        ReleaseFacts facts = SampleFacts.of(ENVIRONMENT, Instant.EPOCH);
        return new ReleaseFacts(
                facts.version(),
                facts.tag(),
                "",
                facts.git(),
                facts.sourceDate(),
                MachineFacts.of(ENVIRONMENT, false, Instant.EPOCH),
                Optional.empty(),
                facts.releases());
    }

    @Test
    void aProblemInAMappingOfVariablesIsToldWhereItStands() {
        planning("env: {X: \"a {{ .Env.Y | }}\", \"{{ nope }}\": b, Z: [a]}");

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        ".release.yaml:1:25: something is missing here",
                        ".release.yaml:1:30: 'nope' is not known here",
                        ".release.yaml:1:50: 'Z' needs text, but this is a list (write Z: a)");
    }

    @Test
    void textsOfTheFileSeeOtherNamesAndThoseAboveThem() {
        TemplateContext context = planning("""
                project_name: "{{ .Var.owner }}-app"
                env: [REGISTRY=mine]
                snapshot: {version_template: "{{ .Var.number }}"}
                variables:
                  owner: acme
                  number: 1.10
                  empty:
                  image: "{{ .Env.REGISTRY }}/{{ .Var.owner }}/{{ .ProjectName }}:{{ .Version }}{{ .Var.empty }}"
                """).context();

        assertThat(render("{{ .Var.image }} {{ var.number }} {{ index .Var \"owner\" }}", context))
                .isEqualTo("mine/acme/acme-app:1.2.3 1.10 acme");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aTextThatIsNotThereIsAnErrorWithASuggestion() {
        TemplateContext context = planning("variables: {image: a, late: \"{{ .Var.later }}\", later: b}")
                .context();

        render("{{ .Var.iamge }}", context);
        render("{{ .Var.late }}", context);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        ".release.yaml:1:37: there is no 'later' in Var",
                        "test:1:8: there is no 'iamge' in Var (did you mean image?)");
    }

    @Test
    void whatCannotBeReadIsNotToldAgainWhereItIsUsed() {
        TemplateContext context = planning("""
                env: {REGISTRY: "{{ envOrDefault `A` }}"}
                variables: {image: "{{ .Env.REGISTRY | }}", tag: "{{ .Nope }}"}
                """).context();

        assertThat(render("{{ .Env.REGISTRY }}/{{ .Var.image }}:{{ .Var.tag }}", context))
                .isEqualTo("{{ .Env.REGISTRY }}/{{ .Var.image }}:{{ .Var.tag }}");
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        ".release.yaml:1:21: envOrDefault takes 2 arguments, not 1 (envOrDefault \"NAME\" \"value\")",
                        ".release.yaml:2:40: something is missing here",
                        ".release.yaml:2:54: 'Nope' is not known here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "variables: {API_TOKEN: \"sesame-{{ .Env.REGISTRY }}\"}",
                "env: [\"API_TOKEN=sesame-{{ .Env.REGISTRY }}\", \"PLAIN=text\"]",
            })
    void secretsOfTheFileAreMasked(String yaml) {
        Redactor redactor = new Redactor();
        var config = ConfigLoader.load(ConfigFile.of(".release.yaml", yaml), List.of(ReleaseNames.SECTION), problems);

        new Planner(List.of(), redactor)
                .plan(config, SampleFacts.of(ENVIRONMENT, Instant.EPOCH), ReleaseOptions.release(), problems);

        assertThat(redactor.redact("sesame-ghcr.io in text")).isEqualTo("*** in text");
    }

    @Test
    void aSnapshotHasAVersionOfItsOwn() {
        assertThat(planning("version: 1", ReleaseOptions.release().asSnapshot()).version())
                .isEqualTo("1.2.3-SNAPSHOT-0123456");
        assertThat(planning(
                                "snapshot: {version_template: \"{{ .Version }}-{{ .Branch }}\"}",
                                ReleaseOptions.release().asSnapshot())
                        .version())
                .isEqualTo("1.2.3-main");
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux amd64 v1 amd64",
        "linux/arm64, linux arm64  arm64",
        "linux/arm, linux arm 7 armv7",
        "linux/arm/v6, linux arm 6 armv6",
        "linux/386, linux 386  386",
    })
    void aTemplateOfAPlatformKnowsItsParts(String platform, String text) {
        TemplateContext context = PlatformFields.add(
                planning("version: 1").context(), Platform.parse(platform).orElseThrow());

        assertThat(render("{{ .Os }} {{ .Arch }} {{ .Arm }}{{ .Amd64 }} {{ .Target }}", context))
                .isEqualTo(text);
        assertThat(render("{{ .Platform }}", context)).isEqualTo(platform);
    }

    private static ReleaseFacts check() {
        return SampleFacts.ofCheck(ENVIRONMENT, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .Env.NOT_SET }}",
                "{{ .ProjectName }}-{{ .ModulePath }}",
                "{{ .Branch }} of {{ .GitURL }}",
                "{{ readFile \"VERSION\" }}",
                "{{ replace .Env.NOT_SET \"/\" \"-\" }}",
                "{{ if .Env.NOT_SET }}a{{ else }}b{{ end }}",
            })
    void aCheckWritesWhatItDoesNotKnowAsTheTemplateDoes(String template) {
        assertThat(render(template, planning("version: 1", check()).context())).isEqualTo(template);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ with .Env.X }}{{ . }}-{{ end }}~{{ if .Env.X }}{{ .Env.X }}-{{ end }}",
                "{{ if .Env.X }}a{{ else }}a{{ end }}~a",
                "{{ printf \"%s-%s\" .Env.X .Version }}~{{ printf \"%s-%s\" .Env.X \"1.2.3\" }}",
                "{{ if and .IsSnapshot .Env.X }}a{{ else }}b{{ end }}~b",
                "{{ $x := `a` }}{{ if .Env.X }}{{ $x = `b` }}{{ end }}{{ $x }}~{{ if .Env.X }}b{{ else }}a{{ end }}",
                "{{ range $i, $x := split .Env.X `,` }}{{ $x }}{{ end }}~{{ range split .Env.X \",\" }}{{ . }}{{ end }}",
            })
    void whatIsKnownOfATextIsFilledInByACheck(String template, String text) {
        assertThat(render(template, planning("version: 1", check()).context())).isEqualTo(text);
        assertThat(problems.list()).isEmpty();
    }

    private NamedRelease planning(String yaml) {
        return planning(yaml, ReleaseOptions.release());
    }

    private NamedRelease planning(String yaml, ReleaseOptions options) {
        return planning(yaml, options, SampleFacts.of(ENVIRONMENT, Instant.parse("2026-01-02T03:04:05.678Z")));
    }

    private NamedRelease planning(String yaml, ReleaseFacts facts) {
        return planning(yaml, ReleaseOptions.release(), facts);
    }

    private NamedRelease planning(String yaml, ReleaseOptions options, ReleaseFacts facts) {
        var config = ConfigLoader.load(ConfigFile.of(".release.yaml", yaml), List.of(ReleaseNames.SECTION), problems);
        EnvFields variables = EnvFields.of(config, facts.premises(), problems);
        return TemplateFields.name(config, facts, options.snapshot(), variables, problems);
    }

    private String render(String template, TemplateContext context) {
        Location here = new Location("test", 1, 1);
        return Template.parse(template, here, problems).render(context, problems);
    }

    @Test
    void anEmptySnapshotVersionIsToldWhereItStands() {
        NamedRelease planning = planning(
                "snapshot: {version_template: \"{{ if .IsRelease }}{{ .Version }}{{ end }}\"}",
                ReleaseOptions.release().asSnapshot());

        assertThat(problems.list()).singleElement().hasToString(".release.yaml:1:31: the snapshot version is empty");
        assertThat(planning.version()).isEqualTo("1.2.3-SNAPSHOT-0123456");
    }

    @ParameterizedTest
    @CsvSource({
        "v0.0.0@{{ .ShortCommit }}, v0.0.0@0123456",
        "{{ .Version }}+b7, 1.2.3+b7",
        "{{ if .IsSnapshot }}s{{ end }}{{ .Patch }}, s3"
    })
    void aSnapshotVersionMayHoldWhatNoTagCan(String template, String version) {
        NamedRelease planning = planning(
                "snapshot: {version_template: \"" + template + "\"}",
                ReleaseOptions.release().asSnapshot());

        assertThat(problems.list()).isEmpty();
        assertThat(planning.version()).isEqualTo(version);
    }

    @Test
    void saysWhyANameOfGoReleasersHasNoValue() {
        TemplateContext context = planning("version: 1", check()).context();

        assertThat(render("{{ .ReleaseNotes }}{{ .ArtifactName }}{{ if .IsSnapshot }}{{ .Outputs }}{{ end }}", context))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "'ReleaseNotes' has no value here: it is created later, after images are built",
                        "'ArtifactName' has no value here: this is not about one artifact",
                        "'Outputs' has no value here: no stage has outputs of its own");
    }

    @Test
    void templatesKnowWhatIsSaidOfTheProject() {
        TemplateContext context = planning("""
                project_name: hello
                metadata:
                  description: "Says {{ .ProjectName }}"
                  homepage: https://hello.example
                  maintainers: [Ada, "{{ .Version }}"]
                  full_description: {from_file: {path: README.md}}
                """, check()).context();

        assertThat(render(
                        "{{ .Metadata.Description }} {{ index .Metadata.Maintainers 1 }} {{ .Metadata.FullDescription }}",
                        context))
                .isEqualTo("Says hello 1.2.3 {{ readFile \"README.md\" }}");
        assertThat(render("{{ .Metadata.Licence }}", context)).isEmpty();
        assertThat(problems.list()).singleElement().asString().contains("did you mean License?");
    }

    @Test
    void tellsWhatOfMetadataIsNotFollowed() {
        planning("""
                metadata:
                  mod_timestamp: "{{ .CommitTimestamp }}"
                  commit_author: {name: ada}
                  full_description: {from_url: {url: https://hello.example}}
                """);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        ".release.yaml:2:19: warning: 'mod_timestamp' has no effect: metadata files keep the time at which they were written",
                        ".release.yaml:3:3: 'commit_author' is not supported: jrelease makes no commits",
                        ".release.yaml:4:22: 'from_url' is not supported: a plan reads nothing from the network");
    }

    @Test
    void theProjectIsCalledAsItsReleasesAre() {
        assertThat(planning("release: {github: {owner: acme, name: other}}").projectName())
                .isEqualTo("other");
        assertThat(planning("release: {disable: true}").projectName()).isEqualTo("project");
        assertThat(render("{{ .IsDraft }}", planning("release: {draft: true}").context()))
                .isEqualTo("true");
        assertThat(planning("release: {gitlab: {name: \"{{ .Env.REGISTRY }}\"}, disable: \"{{ .Nope }}\"}")
                        .projectName())
                .isEqualTo("ghcr.io");
        assertThat(problems.list())
                .allSatisfy(problem -> assertThat(problem.message()).isEqualTo("'release' is not run"));
    }

    @ParameterizedTest
    @CsvSource({
        "git@github.com:acme/hello.git, https://github.com/acme/hello/releases/tag/v1",
        "https://github.com/acme/hello, https://github.com/acme/hello/releases/tag/v1",
        "ssh://git@git.example.com:2222/acme/hello.git, https://git.example.com/acme/hello/releases/tag/v1",
        "https://gitlab.com/acme/group/hello.git/, https://gitlab.com/acme/group/hello/-/releases/v1",
    })
    void findsThePageOfARelease(String remote, String page) {
        assertThat(ReleasePage.of(remote, "v1")).contains(page);
    }

    @Test
    void aRepositoryThatIsAFolderHasNoPages() {
        assertThat(ReleasePage.of("/srv/git/hello.git", "v1")).isEmpty();
    }

    @Test
    void everyFieldHasAMeaning() {
        TemplateContext context = planning("version: 1").context();

        assertThat(TemplateField.all())
                .allSatisfy(field -> assertThat(field.meaning()).isNotBlank());
        assertThat(context.names())
                .containsAll(
                        TemplateField.all().stream().map(TemplateField::name).toList());
    }

    @Test
    void envKnowsWhatIsKnownBeforeTheRepository() {
        TemplateContext context = planning("""
                project_name: hello
                env: ["IMAGE=acme/{{ .ProjectName }}", "TAG={{ if .IsNightly }}nightly{{ else }}latest{{ end }}"]
                """).context();

        assertThat(render("{{ .Env.IMAGE }}:{{ .Env.TAG }}", context)).isEqualTo("acme/hello:latest");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void envIsToldWhatItCannotKnow() {
        planning("env: [\"A={{ .Tag }}\", \"B={{ .ProjectName }}\"]");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "'Tag' has no value here: 'env' and 'git' are read before the repository",
                        "'ProjectName' has no value here: it is determined after 'env' was read");
    }
}
