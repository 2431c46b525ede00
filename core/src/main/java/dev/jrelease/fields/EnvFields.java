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
 * The variables of the section {@code env}. They see those of the environment, and replace them.
 *
 * @param own value by name; a {@link Rendered} if parts are unknown, and a {@link DeferredVariable} if it uses names
 *     that are known only later
 * @param secretValues collects the secret values
 * @param used names of the environment's variables that templates have used
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

    /** An item that cannot be rendered: its name, with an unknown value. */
    private static Rendered unknown(Template item) {
        String name = item.source().split("=", 2)[0];
        return Rendered.of(name + "=").plus(Rendered.of(Unknown.of(".Env." + name)));
    }

    /** A part of a secret is a secret, too. */
    private static Object value(Rendered item, Rendered.Pair variable, TemplateContext context) {
        SecretValues secrets = context.secrets();
        Object value = variable.value().value(".Env." + variable.name());
        return value instanceof String text && (Secret.is(variable.name(), text) || secrets.isSecret(item.value()))
                ? secrets.mark(text)
                : value;
    }

    /** The names that templates know before the repository is read. */
    public TemplateContext context(ReleaseConfig config, MachineFacts premises) {
        TemplateContext context = new RunFields(config, premises)
                .addTo(TemplateContext.of(Map.of("Env", env(premises)))
                        .withFiles(premises.files())
                        .withSecrets(secretValues));
        return premises.check().map(context::checkedBy).orElse(context);
    }

    /** The values of variables with the name of a secret. */
    public List<Secret> secrets() {
        return own.entrySet().stream()
                .filter(variable -> variable.getValue() instanceof String)
                .filter(variable ->
                        Secret.is(variable.getKey(), variable.getValue().toString()))
                .map(variable -> new Secret(variable.getValue().toString()))
                .toList();
    }

    /** The variables for commands of the release, by name, if they are known. */
    public Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        own.forEach((name, value) -> {
            if (value instanceof String text) {
                known.put(name, text);
            }
        });
        return Collections.unmodifiableMap(known);
    }

    /** The value of {@code .Env}. */
    private Object env(MachineFacts premises) {
        Map<String, String> environment = premises.environment().variables();
        return premises.check()
                .<Object>map(check -> new UnknownVariables(environment, check).with(own))
                .orElseGet(
                        () -> KnownVariables.of(environment, secretValues, used).with(own));
    }
}
