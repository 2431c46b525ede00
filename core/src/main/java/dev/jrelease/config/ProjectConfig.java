package dev.jrelease.config;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.DeprecatedKey;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Pairs;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.text.LinearPattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys about the project as a whole.
 *
 * <pre>
 * version: 1
 * project_name: hello
 * dist: dist
 * env: ["REGISTRY=ghcr.io/acme"]               # or {REGISTRY: ghcr.io/acme}
 * variables:
 *   image: "{{ .Env.REGISTRY }}/{{ .ProjectName }}"
 * includes: ["ci/*.yaml"]
 * snapshot:
 *   version_template: "{{ .Version }}-next"
 * git:
 *   tag_prefix: api/
 * retry: {attempts: 3}
 * </pre>
 *
 * @param version of the file's format: 1, or GoReleaser's 2
 * @param projectName absent if it is determined from the repository
 * @param dist the folder for results, from the project's folder
 * @param env {@code NAME=value}, for templates and for commands
 * @param variables by name, for templates
 * @param includes files that were merged into this one
 */
public record ProjectConfig(
        @Description("The version of the file's format: 1, or GoReleaser's 2, which means the same.")
        @Example({"1", "2"})
        Optional<Located<Integer>> version,

        @Description("The name of the project. The default is the first of: the name in Cargo.toml, in release,"
                + " the artifact id in pom.xml, the name in settings.gradle, with release.disable the end of the module in"
                + " go.mod, the repository of the git remote, the folder.")
        @Example("hello")
        Optional<Template> projectName,

        @Description("The folder for the results of a release, inside the project's folder.")
        @Default("dist")
        @Example("build/release")
        Optional<Located<String>> dist,

        @Description(
                "Variables for templates (`{{ .Env.NAME }}`) and for commands, as a list of NAME=value or as a mapping."
                        + " They have priority over those of the environment, and see these, but not each other.")
        @Example({"[\"REGISTRY={{ envOrDefault \\\"REGISTRY\\\" \\\"ghcr.io\\\" }}\"]", "{REGISTRY: ghcr.io}"})
        @Pairs
        List<Template> env,

        @Description("Texts for templates, as `{{ .Var.NAME }}`. They are templates, and see those above them.")
        @Example("{image: \"ghcr.io/acme/{{ .ProjectName }}\"}")
        Map<String, Template> variables,

        @Description(
                "Files that are merged into this one: lists are appended, theirs first; mappings are merged; for single"
                        + " values, this file has priority.")
        @Example({"ci/images.yaml", "[{from_file: {path: \"ci/*.yaml\"}}]"})
        @OneOrMany
        List<IncludeConfig> includes,

        @Description("The version of a snapshot.") SnapshotConfig snapshot,

        @Description("Which tags are versions.") @Example("{tag_prefix: api/}")
        GitConfig git,

        @Description("GoReleaser's section for a project that shares its repository with others.")
        @DeprecatedKey("git.tag_prefix")
        MonorepoConfig monorepo,

        @Description("Facts about the project, as `{{ .Metadata.Description }}` and so on.")
        @Example("{description: Says hello, license: MIT}")
        MetadataConfig metadata,

        @Description(
                "How requests to registries are repeated. The default is five attempts within 15 seconds; with this section, the"
                        + " defaults of its keys.")
        @Example("{attempts: 3, delay: 5s, max_delay: 1m}")
        RetryConfig retry,

        Location location) {

    /** The keys of this record. */
    public static final Section<ProjectConfig> SECTION = Section.across(ProjectConfig.class);

    private static final LinearPattern VARIABLE = LinearPattern.of("(?s)[A-Za-z_][A-Za-z0-9_]*+=.*+");

    public ProjectConfig {
        dist = dist.filter(folder -> !folder.value().isEmpty());
        env = List.copyOf(env);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        includes = List.copyOf(includes);
    }

    /** The folder for results, from the project's folder. */
    public String distFolder() {
        return dist.map(Located::value).orElse("dist");
    }

    /** The prefix of the project's tags, if it is set. */
    public Optional<Template> tagPrefix() {
        return git.tagPrefix().or(monorepo::tagPrefix);
    }

    /** Reports errors that the types cannot express. */
    void check(Problems problems) {
        git.check(problems);
        monorepo.check(problems);
        metadata.check(problems);
        version.filter(number -> number.value() != 1 && number.value() != 2)
                .ifPresent(number -> problems.error(
                        number.location(),
                        "version " + number + " of the file format is not known",
                        "use version: 2 in a file of GoReleaser's, else 1"));
        for (Template variable : env) {
            boolean named = VARIABLE.matches(variable.source());
            if (!named && !variable.source().startsWith("{{")) {
                problems.error(variable.location(), "'" + variable + "' is not of the form NAME=value");
            }
        }
    }
}
