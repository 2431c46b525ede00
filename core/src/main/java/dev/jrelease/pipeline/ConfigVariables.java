package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables that {@code env} of the configuration sets: they see the environment's, and go before them. */
record ConfigVariables(Map<String, String> own) {

    static ConfigVariables of(ProjectConfig project, ReleaseFacts facts, Problems problems) {
        TemplateContext context = TemplateContext.of(
                        Map.of("Env", madeUpOr(facts, facts.environment().variables())))
                .withFiles(facts.files());
        Map<String, String> own = new LinkedHashMap<>();
        for (Template item : project.env()) {
            Optional<String> text = item.filled(context, problems);
            String[] parts = text.orElse(item.source()).split("=", 2);
            if (parts.length == 2) {
                own.put(parts[0], text.isPresent() ? parts[1] : madeUp(parts[0]));
            }
        }
        return new ConfigVariables(own);
    }

    /** Values of those that are called like secrets. */
    List<Secret> secrets() {
        return own.entrySet().stream()
                .filter(variable -> Secret.isCalledLikeOne(variable.getKey()))
                .map(variable -> new Secret(variable.getValue()))
                .toList();
    }

    /** {@code .Env} of templates. */
    Object env(ReleaseFacts facts) {
        Map<String, String> all = new LinkedHashMap<>(facts.environment().variables());
        all.putAll(own);
        return madeUpOr(facts, all);
    }

    /** Where there is no environment, every variable is set: {@code FOO_BAR} to {@code foo-bar}. */
    private static Object madeUpOr(ReleaseFacts facts, Map<String, String> variables) {
        if (!facts.madeUp()) {
            return variables;
        }
        Fields invented = name -> Optional.of(variables.getOrDefault(name, madeUp(name)));
        return invented;
    }

    private static String madeUp(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
