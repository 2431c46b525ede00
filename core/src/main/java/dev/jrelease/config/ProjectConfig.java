package dev.jrelease.config;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the configuration says of the project as a whole.
 *
 * <pre>
 * version: 1
 * project_name: hello
 * dist: dist
 * env: ["REGISTRY=ghcr.io/acme"]
 * snapshot:
 *   version_template: "{{ .Version }}-next"
 * </pre>
 *
 * @param version of the file's format: 1, or GoReleaser's 2
 * @param projectName absent where it is to be found out from the repository
 * @param dist the folder for what is produced, from the project's folder
 * @param env {@code NAME=value}, for templates and for what is run
 */
public record ProjectConfig(
        @Description("The version of the file's format: 1, or GoReleaser's 2, which means the same.")
        @Example({"1", "2"})
        Optional<Located<Integer>> version,

        @Description("What the project is called; without it, as the repository of the git remote, else as the folder.")
        @Example("hello")
        Optional<Template> projectName,

        @Description("The folder for what a release leaves on this machine, inside the project's folder.")
        @Default("dist")
        @Example("build/release")
        String dist,

        @Description(
                "Environment variables for templates and for what is run, as NAME=value; their values see the variables of the process only, and replace them.")
        @Example({"[REGISTRY=ghcr.io/acme]", "['REGISTRY={{ envOrDefault \"REGISTRY\" \"localhost:5000\" }}']"})
        List<Template> env,

        @Description("How a snapshot is called.") SnapshotConfig snapshot,
        Location location) {

    /** The keys that this record takes. */
    public static final Section<ProjectConfig> SECTION = Section.across(ProjectConfig.class);

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);

    public ProjectConfig {
        dist = dist.isEmpty() ? "dist" : dist;
    }

    /** Tells what the types cannot. */
    void check(Problems problems) {
        version.filter(number -> number.value() != 1 && number.value() != 2)
                .ifPresent(number -> problems.error(
                        number.location(),
                        "version " + number + " of the file's format is not known",
                        "write version: 1"));
        for (Template variable : env) {
            boolean named = VARIABLE.matcher(variable.source()).matches();
            if (!named && !variable.source().startsWith("{{")) {
                problems.error(variable.location(), "'" + variable + "' is not of the form NAME=value");
            }
        }
    }
}
