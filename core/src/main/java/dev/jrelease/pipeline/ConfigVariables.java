package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.Guess;
import dev.jrelease.facts.Invention;
import dev.jrelease.facts.Premises;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Derived;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.SecretValues;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that {@code env} of the configuration sets: they see the environment's, and go before them.
 *
 * @param guessed those whose value is made up, or of something that is
 * @param secretValues what templates learn to be secret
 */
record ConfigVariables(Map<String, String> own, Set<String> guessed, SecretValues secretValues) {

    static ConfigVariables of(ProjectConfig project, Premises premises, Problems problems) {
        SecretValues secretValues = new SecretValues();
        TemplateContext context = new ConfigVariables(Map.of(), Set.of(), secretValues).context(project, premises);
        Map<String, String> own = new LinkedHashMap<>();
        Set<String> guessed = new LinkedHashSet<>();
        for (Template item : project.env()) {
            Optional<Derived> text = item.derived(context, problems);
            String[] parts = text.map(Derived::text).orElse(item.source()).split("=", 2);
            if (parts.length == 2) {
                own.put(
                        parts[0],
                        text.isPresent() ? value(text.get().text(), parts, context) : Guess.NAME.of(parts[0]));
            }
            if (text.isEmpty() || text.get().isGuess()) {
                guessed.add(parts[0]);
            }
        }
        return new ConfigVariables(own, guessed, secretValues);
    }

    /** What is cut out of a secret is one, too. */
    private static String value(String item, String[] parts, TemplateContext context) {
        SecretValues secrets = context.secrets();
        boolean secret = Secret.is(parts[0], parts[1]) || secrets.isSecret(item, context);
        return secret ? secrets.mark(parts[1]) : parts[1];
    }

    /** What templates know before the repository is asked. */
    TemplateContext context(ProjectConfig project, Premises premises) {
        TemplateContext context = new RunFields(project, premises)
                .addTo(TemplateContext.of(Map.of("Env", env(premises)))
                        .withFiles(premises.files())
                        .withSecrets(secretValues));
        return premises.invention()
                .map(Invention::inspection)
                .map(context::inspectedBy)
                .orElse(context);
    }

    /** Values of those that are called like secrets. */
    List<Secret> secrets() {
        return own.entrySet().stream()
                .filter(variable -> Secret.is(variable.getKey(), variable.getValue()))
                .filter(variable -> !guessed.contains(variable.getKey()))
                .map(variable -> new Secret(variable.getValue()))
                .toList();
    }

    /** {@code .Env} of templates. */
    private Object env(Premises premises) {
        Map<String, String> all = new LinkedHashMap<>(premises.environment().variables());
        all.putAll(own);
        return premises.invention()
                .<Object>map(invention -> new MadeUpVariables(all, guessed, invention))
                .orElse(all);
    }
}
