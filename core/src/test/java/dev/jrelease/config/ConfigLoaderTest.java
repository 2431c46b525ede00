package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.DeprecatedNames;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.LazilyBound;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Required;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {
    private static final Section<Images> IMAGES = new Section<>(List.of("images", "image_manifests"), Images.class);
    private static final Section<Retry> RETRY = Section.under("waits", Retry.class);
    private static final Section<Builds> BUILDS = Section.across(Builds.class);

    record Images(List<Image> images, List<ImageManifest> imageManifests) {}

    enum Use {
        DOCKER,
        BUILD_KIT
    }

    @Unsupported(key = "skip_build", why = "an image that is not built cannot be pushed")
    record Image(
            String goarch,
            Optional<Platform> platform,
            Use use,
            @Required List<Template> imageTemplates,
            @Alias("flags") List<String> buildFlags,
            @OneOrMany List<String> ids,
            List<ExtraFile> extraFiles,
            Map<String, Template> labels,
            @Key("if") Optional<Condition> condition,
            @DeprecatedNames("docker_file") String dockerfile,
            Location location) {
        Image {
            dockerfile = dockerfile.isEmpty() ? "Dockerfile" : dockerfile;
        }
    }

    @FromScalar("src")
    record ExtraFile(@Required Template src, Optional<Template> dst) {}

    record ImageManifest(Template nameTemplate, boolean external) {}

    record Retry(int attempts, Duration delay, int most) {
        Retry {
            attempts = attempts == 0 ? 3 : attempts;
            if (attempts > 100) {
                throw new IllegalArgumentException("'attempts' is too large");
            }
        }
    }

    record Builds(List<Build> builds) {}

    @IgnoresOtherKeys
    record Build(String id, Optional<LazilyBound<Template>> main) {}

    @Test
    void bindsWhatTheFileSays() {
        ReleaseConfig config = load("""
                version: 1
                project_name: hello
                env: ["A=b", "C={{ .Env.A }}"]
                images:
                  - goarch: 386
                    platform: linux/arm/v7
                    use: build-kit
                    image_templates: ["acme/hello:{{ version }}"]
                    flags: [--pull]
                    ids: one
                    extra_files:
                      - app/
                      - {src: a.txt, dst: b.txt}
                    labels:
                      z: "1"
                      a: "{{ .Tag }}"
                    if: '{{ not .IsSnapshot }}'
                image_manifests:
                  - name_template: acme/hello
                waits:
                  attempts: 5
                  delay: 1m30s
                """);

        Images images = config.section(IMAGES);
        Image image = images.images().getFirst();
        assertThat(image.goarch()).isEqualTo("386");
        assertThat(image.platform()).contains(Platform.of("linux", "arm", "v7"));
        assertThat(image.use()).isEqualTo(Use.BUILD_KIT);
        assertThat(image.imageTemplates()).extracting(Template::source).containsExactly("acme/hello:{{ version }}");
        assertThat(image.buildFlags()).containsExactly("--pull");
        assertThat(image.ids()).containsExactly("one");
        assertThat(image.extraFiles())
                .containsExactly(
                        new ExtraFile(Template.literal("app/"), Optional.empty()),
                        new ExtraFile(Template.literal("a.txt"), Optional.of(Template.literal("b.txt"))));
        assertThat(image.labels().keySet()).containsExactly("z", "a");
        assertThat(image.condition()).isPresent();
        assertThat(image.dockerfile()).isEqualTo("Dockerfile");
        assertThat(image.location()).isEqualTo(new Location(".release.yaml", 5, 5));
        assertThat(images.imageManifests()).containsExactly(new ImageManifest(Template.literal("acme/hello"), false));
        assertThat(config.section(RETRY)).isEqualTo(new Retry(5, Duration.ofSeconds(90), 0));
        assertThat(config.project().projectName()).contains(Template.literal("hello"));
        assertThat(config.project().distFolder()).isEqualTo("dist");
    }

    @Test
    void givesSectionsThatAreNotThereTheirDefaults() {
        ReleaseConfig config = load("project_name: hello");

        assertThat(config.section(IMAGES)).isEqualTo(new Images(List.of(), List.of()));
        assertThat(config.section(RETRY).attempts()).isEqualTo(3);
        assertThat(config.project().env()).isEmpty();
    }

    @Test
    void tellsEveryProblemWhereItIs() {
        assertThat(problems(".release.yaml", """
                version: 3
                imagse: []
                images:
                  - goarch: [amd64]
                    platform: linux
                    use: dcoker
                    imge_templates: []
                    extra_files: app
                    if: maybe
                    labels: {a: "{{ .Tag"}
                    skip_build: true
                  - image_templates: ["{{ nope .X }}", 'it''s {{ .A | }}']
                    docker_file: x
                    image_templates: []
                waits: {attempts: five, delay: soon, most: 9999999999999999999999}
                archives: []
                """))
                .containsExactly(
                        ".release.yaml:1:10: version 3 of the file format is not known (use version: 2 in a file of GoReleaser's, else 1)",
                        ".release.yaml:2:1: unknown key 'imagse' (did you mean images?)",
                        ".release.yaml:4:13: 'goarch' needs text, but this is a list (write goarch: amd64)",
                        ".release.yaml:5:15: 'platform' needs a platform, but this is 'linux' (use a platform such as linux/amd64 or linux/arm/v7)",
                        ".release.yaml:6:10: 'use' needs one of docker, build-kit, but this is 'dcoker' (did you mean docker?)",
                        ".release.yaml:7:5: unknown key 'imge_templates' (did you mean image_templates?)",
                        ".release.yaml:8:18: 'extra_files' needs a list, but this is a single value (use [app])",
                        ".release.yaml:9:9: 'maybe' is neither true nor false (write true or false, or a template that gives one of them)",
                        ".release.yaml:10:18: '{{' has no closing '}}'",
                        ".release.yaml:11:5: 'skip_build' is not supported: an image that is not built cannot be pushed",
                        ".release.yaml:12:27: there is no function 'nope'",
                        ".release.yaml:12:55: something is missing here",
                        ".release.yaml:13:5: warning: 'docker_file' is deprecated: use dockerfile",
                        ".release.yaml:14:5: 'image_templates' is defined twice (first in line 12; remove one of them)",
                        ".release.yaml:15:19: 'attempts' needs a whole number, but this is 'five'",
                        ".release.yaml:15:32: 'delay' needs a duration such as 90s or 1h30m, but this is 'soon'",
                        ".release.yaml:15:44: 'most' needs a number from 1 to 1000, but this is '9999999999999999999999'",
                        ".release.yaml:16:1: warning: 'archives' is not run");
    }

    @Test
    void warnsOfWhatItDoesNotFollowInFilesOfGoReleasers() {
        assertThat(problems(".goreleaser.yml", """
                version: 2
                nfpms: [{broken: "{{"}]
                made_up: 1
                images:
                  - image_templates: [a]
                    skip_build: true
                    made_up: 1
                """))
                .containsExactly(
                        ".goreleaser.yml:2:1: warning: 'nfpms' is not run",
                        ".goreleaser.yml:3:1: warning: unknown key 'made_up' (the keys here are version, …)",
                        ".goreleaser.yml:6:5: warning: 'skip_build' is not supported: an image that is not built cannot be pushed",
                        ".goreleaser.yml:7:5: unknown key 'made_up' (the keys here are goarch, platform, use, image_templates, build_flags, ids, extra_files, labels, if, dockerfile)");
    }

    @Test
    void followsAnchorsAndMergeKeys() {
        ReleaseConfig config = load("""
                x-common: &common
                  image_templates: [a]
                  build_flags: [--one]
                x-more: &more {goarch: arm64, ids: [m]}
                images:
                  - <<: [*common, *more]
                    build_flags: [--two]
                  - <<: *common
                    <<: *more
                """);

        List<Image> images = config.section(IMAGES).images();
        assertThat(images).extracting(Image::goarch).containsExactly("arm64", "arm64");
        assertThat(images).extracting(Image::buildFlags).containsExactly(List.of("--two"), List.of("--one"));
    }

    @Test
    void passesOverTheKeysOfAnOpenRecord() {
        assertThat(load("builds: [{id: a, ldflags: [-s], goos: {x: 1}}]").section(BUILDS))
                .isEqualTo(new Builds(List.of(new Build("a", Optional.empty()))));
    }

    @Test
    void bindsSomeValuesOnlyWhenTheyAreAskedFor() {
        Problems problems = new Problems();
        ConfigFile file = ConfigFile.of("f", "builds: [{main: '{{ x | }}'}, {main: [a]}, {main: b}]");
        List<LazilyBound<Template>> mains = load(file, problems).section(BUILDS).builds().stream()
                .flatMap(build -> build.main().stream())
                .toList();
        assertThat(problems.list()).isEmpty();

        assertThat(mains)
                .extracting(LazilyBound::value)
                .extracting(Template::source)
                .containsExactly("{{ x | }}", "", "b");
        assertThat(mains.getFirst().value()).isSameAs(mains.getFirst().value());
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f:1:25: something is missing here",
                        "f:1:38: 'main' needs text, but this is a list (write main: a)");
    }

    @Test
    void tellsWhatARecordItselfRefuses() {
        assertThat(problems(".release.yaml", "waits:\n  attempts: 101"))
                .containsExactly(".release.yaml:2:3: 'attempts' is too large");
    }

    @Test
    void takesNothingForNothingGiven() {
        assertThat(load("images:\nwaits: ~\nproject_name: null").project().projectName())
                .isEmpty();
    }

    private static ReleaseConfig load(String text) {
        Problems problems = new Problems();
        ReleaseConfig config = load(ConfigFile.of(".release.yaml", text), problems);
        assertThat(problems.list()).isEmpty();
        return config;
    }

    private static ReleaseConfig load(ConfigFile file, Problems problems) {
        return ConfigLoader.load(file, List.of(IMAGES, RETRY, BUILDS), problems);
    }

    private static List<String> problems(String name, String text) {
        Problems problems = new Problems();
        load(ConfigFile.of(name, text), problems);
        return problems.list().stream().map(ConfigLoaderTest::said).toList();
    }

    /** The list of all keys at the top is cut off. */
    private static String said(Problem problem) {
        return problem.toString().replaceAll("\\(the keys here are version, .*\\)", "(the keys here are version, …)");
    }

    @Test
    void refusesWhatLooksLikeAKeyThatIsFollowedInFilesOfGoReleasersToo() {
        assertThat(problems(".goreleaser.yaml", "imges: []\nprojectname: x\nsingss: []\n"))
                .containsExactly(
                        ".goreleaser.yaml:1:1: unknown key 'imges' (did you mean images?)",
                        ".goreleaser.yaml:2:1: unknown key 'projectname' (did you mean project_name?)",
                        ".goreleaser.yaml:3:1: warning: unknown key 'singss' (the keys here are version, …)");
    }

    @Test
    void namesEachKeyOnceHoweverManySectionsTakeIt() {
        Problems problems = new Problems();
        ConfigLoader.load(
                ConfigFile.of(".release.yaml", "made_up_name: 1"), List.of(ProjectConfig.SECTION, RETRY), problems);

        assertThat(problems.list())
                .singleElement()
                .asString()
                .startsWith(".release.yaml:1:1: unknown key 'made_up_name' (the keys here are version, project_name, ")
                .containsOnlyOnce("project_name")
                .endsWith("waits)");
    }
}
