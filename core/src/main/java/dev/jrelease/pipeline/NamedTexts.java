package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code variables} of the configuration say, by name. */
record NamedTexts(Map<String, String> texts) {
    private static final String NAME = "Var";

    /** What templates know, and the variables as far as that is enough to fill them in. */
    static TemplateContext beforehand(TemplateContext context, ProjectConfig project) {
        return context.with(NAME, of(context, project, new Problems()).texts());
    }

    /** What templates know, and all variables: one that cannot be filled in is told once, not wherever it is used. */
    static TemplateContext after(TemplateContext context, ProjectConfig project, Problems problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        project.variables()
                .forEach((name, template) -> texts.put(
                        name,
                        template.filled(context.with(NAME, texts), problems).orElse(name)));
        return context.with(NAME, texts);
    }

    /** In the order of the file: each sees those above it. */
    static NamedTexts of(TemplateContext context, ProjectConfig project, Problems problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Template> variable : project.variables().entrySet()) {
            Optional<String> text = variable.getValue().filled(context.with(NAME, texts), problems);
            text.ifPresent(value -> texts.put(variable.getKey(), value));
        }
        return new NamedTexts(texts);
    }

    /** Values of those that are called like secrets. */
    List<Secret> secrets() {
        return texts.entrySet().stream()
                .filter(text -> Secret.isCalledLikeOne(text.getKey()))
                .map(text -> new Secret(text.getValue()))
                .toList();
    }
}
