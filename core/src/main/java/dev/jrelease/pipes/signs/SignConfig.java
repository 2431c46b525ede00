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
 * An entry of {@code docker_signs}: a command that is run for each name it selects.
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

        @Description("What the entry is called in messages and in the plan; no two have the same.") @Default("default")
        Optional<String> id,

        @Description("The program that signs.") @Default("cosign")
        Optional<String> cmd,

        @Description("Its arguments. `${artifact}` is `repository:tag@sha256:…`, `${digest}` the digest alone,"
                + " `${artifactName}` the name without it; `${NAME}` is any variable of the environment.")
        @Default("[\"sign\", \"--key=cosign.key\", \"${artifact}@${digest}\", \"--yes\"]")
        @Example("[sign, --yes, \"${artifact}\"]")
        List<Template> args,

        @Description("What is signed: `images` (of dockers), `manifests` (of docker_manifests), `all` or `none`. What"
                + " dockers_v2 makes is signed with each of the first three, and alone where nothing is said.")
        @Example({"all", "images", "manifests", "none"})
        Optional<Located<String>> artifacts,

        @Description("Entries whose images and indexes are signed; all if absent.") @Example("[hello]")
        List<Located<String>> ids,

        @Description("Whether a name is signed. The template knows it as `.ArtifactName`.")
        @Key("if")
        @Default("true")
        @Example("'{{ not .Prerelease }}'")
        Optional<Condition> condition,

        @Description("What the program reads, such as a password.") @Example("'{{ .Env.COSIGN_PASSWORD }}'")
        Optional<Template> stdin,

        @Description("The file that the program reads instead.") @Example("./.password")
        Optional<String> stdinFile,

        @Description(
                "Variables for the program, as a list of NAME=value or as a mapping, beside those of the environment.")
        @Example("[\"COSIGN_PASSWORD={{ .Env.PASSWORD }}\"]")
        @Pairs
        List<Template> env,

        @Description("The file that the program leaves its signature in, inside dist; `${signature}` in args.")
        @Example("${artifactID}.sig")
        Optional<Template> signature,

        @Description("The file that the program leaves a certificate in, inside dist; `${certificate}` in args.")
        @Example("${artifactID}.pem")
        Optional<Template> certificate,

        @Description("Whether what the program prints is always shown, and not only with --verbose.") @Default("false")
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

    /** All that the command is made of. */
    Stream<Template> templates() {
        return Stream.concat(
                args.stream(),
                Stream.of(stdin, signature, certificate, output.map(Condition::template))
                        .flatMap(Optional::stream));
    }

    String idOrDefault() {
        return id.filter(text -> !text.isEmpty()).orElse(DEFAULT_ID);
    }

    String program() {
        return cmd.filter(text -> !text.isEmpty()).orElse(DEFAULT_PROGRAM);
    }

    List<Template> arguments() {
        return args.isEmpty() ? DEFAULT_ARGUMENTS : args;
    }
}
