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
 */
record ConfigVariables(Map<String, String> own, Set<String> guessed) {

    static ConfigVariables of(ProjectConfig project, Premises premises, Problems problems) {
        TemplateContext context = new ConfigVariables(Map.of(), Set.of()).context(project, premises);
        Map<String, String> own = new LinkedHashMap<>();
        Set<String> guessed = new LinkedHashSet<>();
        for (Template item : project.env()) {
            Optional<Derived> text = item.derived(context, problems);
            String[] parts = text.map(Derived::text).orElse(item.source()).split("=", 2);
            if (parts.length == 2) {
                own.put(parts[0], text.isPresent() ? parts[1] : Guess.NAME.of(parts[0]));
            }
            if (text.isEmpty() || text.get().isGuess()) {
                guessed.add(parts[0]);
            }
        }
        return new ConfigVariables(own, guessed);
    }

    /** What templates know before the repository is asked. */
    TemplateContext context(ProjectConfig project, Premises premises) {
        TemplateContext context = new RunFields(project, premises)
                .addTo(TemplateContext.of(Map.of("Env", env(premises))).withFiles(premises.files()));
        return premises.invention()
                .map(Invention::inspection)
                .map(context::inspectedBy)
                .orElse(context);
    }

    /** Values of those that are called like secrets. */
    List<Secret> secrets() {
        return own.entrySet().stream()
                .filter(variable -> Secret.isCalledLikeOne(variable.getKey()))
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
