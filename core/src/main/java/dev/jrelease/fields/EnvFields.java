package dev.jrelease.fields;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.facts.MachineFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.KnownVariables;
import dev.jrelease.template.function.SecretValues;
import dev.jrelease.template.function.UnknownVariables;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The variables that {@code env} of the configuration sets: they see the environment's, and go before them.
 *
 * @param own text by name; a {@link Rendered} where parts of it are not known, and a {@link DeferredVariable} where the file asks
 *     for what is known only later
 * @param secretValues what templates learn to be secret
 * @param used names of the environment's variables that templates have asked for
 */
public record EnvFields(Map<String, Object> own, SecretValues secretValues, Set<String> used) {
    public static EnvFields of(ReleaseConfig config, MachineFacts premises, Problems problems) {
        SecretValues secretValues = new SecretValues();
        Set<String> used = ConcurrentHashMap.newKeySet();
        TemplateContext context = new EnvFields(Map.of(), secretValues, used).context(config, premises);
        Map<String, Object> own = new LinkedHashMap<>();
        for (Template item : config.project().env()) {
            Optional<DeferredVariable> tooEarly = DeferredVariable.of(item, context);
            if (tooEarly.isPresent()) {
                tooEarly.get().warn(problems);
                own.put(tooEarly.get().name(), tooEarly.get());
                continue;
            }
            Rendered text = item.rendered(context, problems).orElseGet(() -> unknown(item));
            text.pair().ifPresent(variable -> own.put(variable.name(), value(text, variable, context)));
        }
        return new EnvFields(own, secretValues, used);
    }

    /** What stands for an item that cannot be filled in: its name, and a value that is not known. */
    private static Rendered unknown(Template item) {
        String name = item.source().split("=", 2)[0];
        return Rendered.of(name + "=").plus(Rendered.of(Unknown.of(".Env." + name)));
    }

    /** What is cut out of a secret is one, too. */
    private static Object value(Rendered item, Rendered.Pair variable, TemplateContext context) {
        SecretValues secrets = context.secrets();
        Object value = variable.value().value(".Env." + variable.name());
        return value instanceof String text && (Secret.is(variable.name(), text) || secrets.isSecret(item.value()))
                ? secrets.mark(text)
                : value;
    }

    /** What templates know before the repository is asked. */
    public TemplateContext context(ReleaseConfig config, MachineFacts premises) {
        TemplateContext context = new RunFields(config, premises)
                .addTo(TemplateContext.of(Map.of("Env", env(premises)))
                        .withFiles(premises.files())
                        .withSecrets(secretValues));
        return premises.check().map(context::checkedBy).orElse(context);
    }

    /** Values of those that are called like secrets. */
    public List<Secret> secrets() {
        return own.entrySet().stream()
                .filter(variable -> variable.getValue() instanceof String)
                .filter(variable ->
                        Secret.is(variable.getKey(), variable.getValue().toString()))
                .map(variable -> new Secret(variable.getValue().toString()))
                .toList();
    }

    /** The variables by name for commands that the release runs, as far as they are known. */
    public Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        own.forEach((name, value) -> {
            if (value instanceof String text) {
                known.put(name, text);
            }
        });
        return Collections.unmodifiableMap(known);
    }

    /** {@code .Env} of templates. */
    private Object env(MachineFacts premises) {
        Map<String, String> environment = premises.environment().variables();
        return premises.check()
                .<Object>map(check -> new UnknownVariables(environment, check).with(own))
                .orElseGet(
                        () -> KnownVariables.of(environment, secretValues, used).with(own));
    }
}
