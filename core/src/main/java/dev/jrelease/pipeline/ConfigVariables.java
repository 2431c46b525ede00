package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.Guess;
import dev.jrelease.facts.Invention;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
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

    static ConfigVariables of(ProjectConfig project, ReleaseFacts facts, Problems problems) {
        Object env = env(facts.environment().variables(), Set.of(), facts);
        TemplateContext context = inspected(TemplateContext.of(Map.of("Env", env)), facts);
        Map<String, String> own = new LinkedHashMap<>();
        Set<String> guessed = new LinkedHashSet<>();
        for (Template item : project.env()) {
            int before = guesses(facts);
            Optional<String> text = item.filled(context, problems);
            String[] parts = text.orElse(item.source()).split("=", 2);
            if (parts.length == 2) {
                own.put(parts[0], text.isPresent() ? parts[1] : Guess.NAME.of(parts[0]));
            }
            if (text.isEmpty() || guesses(facts) > before) {
                guessed.add(parts[0]);
            }
        }
        return new ConfigVariables(own, guessed);
    }

    /** The context with what else the facts know of: files, and who looks at it. */
    static TemplateContext inspected(TemplateContext context, ReleaseFacts facts) {
        TemplateContext all = context.withFiles(facts.files());
        return facts.invention()
                .map(Invention::inspection)
                .map(all::inspectedBy)
                .orElse(all);
    }

    private static int guesses(ReleaseFacts facts) {
        return facts.invention()
                .map(invention -> invention.inspection().guesses())
                .orElse(0);
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
    Object env(ReleaseFacts facts) {
        Map<String, String> all = new LinkedHashMap<>(facts.environment().variables());
        all.putAll(own);
        return env(all, guessed, facts);
    }

    private static Object env(Map<String, String> known, Set<String> guessed, ReleaseFacts facts) {
        return facts.invention()
                .<Object>map(invention -> new MadeUpVariables(known, guessed, invention))
                .orElse(known);
    }
}
