package dev.jrelease.pipes.signs;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.Pairs;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of {@code docker_signs}: a command for each name that it selects.
 *
 * <pre>{@code
 * docker_signs:
 *   - cmd: cosign
 *     args: [sign, --key=env://COSIGN_KEY, "${artifact}", --yes]
 *     artifacts: all
 *     ids: [hello]
 *     env: ["COSIGN_PASSWORD={{ .Env.PASSWORD }}"]
 * }</pre>
 */
public record SignConfig(
        Location location,

        @Description("The name of the entry in messages and in the plan; no two entries have the same.")
        @Default("default")
        Optional<Located<String>> id,

        @Description("The program that signs.") @Default("cosign")
        Optional<String> cmd,

        @Description("Its arguments. `${artifact}` is `repository:tag@sha256:…`, `${digest}` the digest,"
                + " `${artifactName}` the name without it; `${NAME}` is any variable of the environment.")
        @Default("[\"sign\", \"--key=cosign.key\", \"${artifact}@${digest}\", \"--yes\"]")
        @Example("[sign, --yes, \"${artifact}\"]")
        List<Template> args,

        @Description(
                "Which names are signed: `images` (of dockers), `manifests` (of docker_manifests), `all` or `none`. Names"
                        + " of dockers_v2, and of entries with images, are signed with each of the first three."
                        + " Without a value, only they are signed.")
        @Example({"all", "images", "manifests", "none"})
        Optional<Located<String>> artifacts,

        @Description("Entries whose images and indexes are signed; all if absent.") @Example("[hello]")
        List<Located<String>> ids,

        @Description("Whether a name is signed. In the template the name is `.ArtifactName`.")
        @Key("if")
        @Default("true")
        @Example("'{{ not .Prerelease }}'")
        Optional<Condition> condition,

        @Description("The input of the program, such as a password.") @Example("'{{ .Env.COSIGN_PASSWORD }}'")
        Optional<Template> stdin,

        @Description("The file that the program reads instead.") @Example("./.password")
        Optional<String> stdinFile,

        @Description(
                "Variables for the program, as a list of NAME=value or as a mapping, beside those of the environment.")
        @Example("[\"COSIGN_PASSWORD={{ .Env.PASSWORD }}\"]")
        @Pairs
        List<Template> env,

        @Description("The file of the signature that the program writes, inside dist; `${signature}` in args.")
        @Example("${artifactID}.sig")
        Optional<Template> signature,

        @Description("The file of the certificate that the program writes, inside dist; `${certificate}` in args.")
        @Example("${artifactID}.pem")
        Optional<Template> certificate,

        @Description("Whether its output is shown also without --verbose.") @Default("false")
        Optional<Condition> output) {

    private static final String DEFAULT_ID = "default";
    private static final String DEFAULT_PROGRAM = "cosign";
    private static final List<Template> DEFAULT_ARGUMENTS = List.of(
            Template.literal("sign"),
            Template.literal("--key=cosign.key"),
            Template.literal("${artifact}@${digest}"),
            Template.literal("--yes"));

    public SignConfig {
        args = List.copyOf(args);
        ids = List.copyOf(ids);
        env = List.copyOf(env);
    }

    /** All templates of the command. */
    Stream<Template> templates() {
        return Stream.concat(
                args.stream(),
                Stream.of(stdin, signature, certificate, output.map(Condition::template))
                        .flatMap(Optional::stream));
    }

    String idOrDefault() {
        return id.map(Located::value).filter(text -> !text.isEmpty()).orElse(DEFAULT_ID);
    }

    String program() {
        return cmd.filter(text -> !text.isEmpty()).orElse(DEFAULT_PROGRAM);
    }

    List<Template> arguments() {
        return args.isEmpty() ? DEFAULT_ARGUMENTS : args;
    }
}
