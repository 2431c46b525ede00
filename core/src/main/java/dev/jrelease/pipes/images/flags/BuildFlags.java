package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.MeantName;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.flags.BuildOptions.SecretSource;
import dev.jrelease.pipes.images.flags.FlagList.Flag;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The flags of {@code build_flag_templates}. An unsupported flag that changes the image is an error; a flag about the
 * docker command itself has no effect.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/buildx/build/">docker buildx build</a>
 */
public final class BuildFlags {
    private static final Set<String> PAIRS = Set.of("build-arg", "label");

    private final TemplateContext context;
    private final Planning planning;
    private final Problems problems;
    private final Map<String, String> buildArgs = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, SecretSource> secrets = new LinkedHashMap<>();
    private final List<String> cacheFrom = new ArrayList<>();
    private final List<String> extraHosts = new ArrayList<>();
    private final Map<String, Consumer<Flag>> known = new LinkedHashMap<>();
    private String target = "";
    private String network = "";
    private boolean pull;
    private boolean noCache;

    private BuildFlags(TemplateContext context, Planning planning) {
        this.context = context;
        this.planning = planning;
        this.problems = planning.problems();
        known.put("build-arg", this::buildArg);
        known.put("label", flag -> pair(flag, labels));
        known.put("target", flag -> target = flag.value());
        known.put("network", flag -> network = flag.value());
        known.put("cache-from", this::cacheFrom);
        known.put(
                "add-host", flag -> extraHosts.add(String.join(":", flag.value().split("=", 2))));
        known.put("secret", this::secret);
        known.put("pull", flag -> pull = flag.isOn());
        known.put("no-cache", flag -> noCache = flag.isOn());
        // Looks up more than requested, never less.
        known.put("no-cache-filter", _ -> noCache = true);
        known.put("annotation", this::annotation);
        known.put("provenance", this::attestation);
        known.put("sbom", this::attestation);
        known.put("attest", this::attestation);
    }

    public static BuildFlags parse(List<Template> templates, TemplateContext context, Planning planning) {
        BuildFlags flags = new BuildFlags(context, planning);
        for (Flag flag : FlagList.parse(templates, context, planning.problems())) {
            flags.accept(flag);
        }
        return flags;
    }

    /** The last {@code --platform}, which is needed before other templates are rendered. */
    public static Optional<Flag> platform(List<Template> templates, TemplateContext context) {
        return FlagList.named("platform", templates, context).stream().reduce((first, last) -> last);
    }

    private void accept(Flag flag) {
        Consumer<Flag> action = known.get(flag.name());
        if (flag.isNeitherOnNorOff()) {
            problems.error(
                    flag.location(),
                    "--" + flag.name() + " needs true or false, not '" + flag.value() + "'",
                    "use --" + flag.name());
        } else if (action != null) {
            acceptFilled(flag, action);
        } else {
            new IgnoredFlags(problems, known.keySet()).report(flag);
        }
    }

    private static void acceptFilled(Flag flag, Consumer<Flag> action) {
        if (flag.filled() || isNamed(flag)) {
            action.accept(flag);
        }
    }

    /** Whether everything except the value of a pair is known. */
    private static boolean isNamed(Flag flag) {
        int equals = flag.value().indexOf('=');
        return PAIRS.contains(flag.name())
                && equals > 0
                && flag.value().substring(0, equals).indexOf('{') < 0;
    }

    /** {@code --build-arg NAME} without a value takes the value of the environment, if it is set. */
    private void buildArg(Flag flag) {
        String[] pair = flag.value().split("=", 2);
        if (pair.length == 2) {
            pair(flag, buildArgs);
            BuildArgs.warn(pair[0], pair[1], flag.location(), problems);
            return;
        }
        Optional<String> value = variable(flag.value());
        BuildArgs.warn(flag.value(), value.orElse(""), flag.location(), problems);
        value.ifPresent(text -> buildArgs.put(flag.value(), text));
    }

    private Optional<String> variable(String name) {
        Optional<String> value = context.value("Env")
                .flatMap(all -> Values.item(all, name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
        value.filter(text -> Secret.is(name, text))
                .ifPresent(text -> context.secrets().wrote(text, Set.of(text)));
        return value;
    }

    private void pair(Flag flag, Map<String, String> into) {
        int equals = flag.value().indexOf('=');
        if (equals == 0 || flag.value().isEmpty()) {
            problems.error(flag.location(), "--" + flag.name() + " needs NAME=value, not '" + flag.value() + "'");
            return;
        }
        String name = equals < 0 ? flag.value() : flag.value().substring(0, equals);
        into.put(name, equals < 0 ? "" : flag.value().substring(equals + 1));
    }

    private void cacheFrom(Flag flag) {
        Map<String, String> fields = flag.fields();
        String type = fields.getOrDefault("type", "registry");
        String reference = fields.getOrDefault("ref", fields.isEmpty() ? flag.value() : "");
        if (!type.equals("registry") || reference.isEmpty()) {
            problems.warning(
                    flag.location(),
                    "--cache-from=" + flag.value() + " is not followed: only a cache in a registry is supported",
                    "type=registry,ref=… is");
            return;
        }
        try {
            ImageReference _ = ImageReference.parse(reference);
            cacheFrom.add(reference);
        } catch (IllegalArgumentException refused) {
            problems.error(flag.location(), "--cache-from: " + refused.getMessage(), MeantName.hint(reference));
        }
    }

    private void secret(Flag flag) {
        Map<String, String> fields = flag.fields();
        String id = fields.getOrDefault("id", "");
        String file = fields.getOrDefault("src", fields.getOrDefault("source", ""));
        String variable = fields.getOrDefault("env", file.isEmpty() ? id : "");
        if (id.isEmpty()) {
            problems.error(
                    flag.location(), "--secret needs an id", "use --secret=id=NAME,env=VARIABLE or id=NAME,src=FILE");
            return;
        }
        secrets.put(
                id,
                file.isEmpty()
                        ? new SecretSource.Variable(variable, flag.location())
                        : new SecretSource.SecretFile(file, flag.location()));
    }

    /** Its content is read by {@link EntryAnnotations}. */
    private void annotation(Flag flag) {
        if (flag.value().indexOf('=') <= 0) {
            problems.error(flag.location(), "--annotation needs NAME=value, not '" + flag.value() + "'");
        }
    }

    private void attestation(Flag flag) {
        boolean disabled = !flag.isOn()
                || flag.value().isEmpty()
                || flag.fields().getOrDefault("disabled", "").equals("true");
        if (!disabled) {
            Attestations.notMade("--" + flag.name() + "=" + flag.value(), flag.location(), planning);
        }
    }

    public Map<String, String> buildArgs() {
        return buildArgs;
    }

    public Map<String, String> labels() {
        return labels;
    }

    public String target() {
        return target;
    }

    public BuildOptions options() {
        return new BuildOptions(pull, noCache, cacheFrom, network, extraHosts, secrets);
    }
}
