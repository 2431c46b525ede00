package dev.jrelease.fields;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of {@code variables}, by name. Each sees those above it. */
public record VarFields(Map<String, Rendered> texts) {
    private static final String NAME = "Var";

    /** The context with the variables that can be rendered with it. */
    static TemplateContext beforehand(TemplateContext context, ProjectConfig project) {
        return of(context, project, new Problems(), name -> Optional.empty()).on(context);
    }

    /** The context with all variables. An error in one is reported once, not for each use. */
    static TemplateContext after(TemplateContext context, ProjectConfig project, Problems problems) {
        return of(context, project, problems, name -> Optional.of(Rendered.of(Unknown.of(".Var." + name))))
                .on(context);
    }

    /** The values of variables with the name of a secret, if they are known. */
    public static List<Secret> secrets(TemplateContext context, ProjectConfig project) {
        return of(context, project, new Problems(), name -> Optional.empty()).texts.entrySet().stream()
                .flatMap(text -> text.getValue().known().filter(known -> Secret.is(text.getKey(), known)).stream())
                .map(Secret::new)
                .toList();
    }

    /**
     *
     * @param otherwise the value of a variable that cannot be rendered
     */
    private static VarFields of(
            TemplateContext context,
            ProjectConfig project,
            Problems problems,
            Function<String, Optional<Rendered>> otherwise) {
        VarFields known = new VarFields(new LinkedHashMap<>());
        project.variables()
                .forEach((name, template) -> template.rendered(known.on(context), problems)
                        .or(() -> otherwise.apply(name))
                        .ifPresent(text -> known.texts.put(name, text)));
        return known;
    }

    private TemplateContext on(TemplateContext context) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(
                name,
                text.known()
                        .filter(known -> Secret.is(name, known))
                        .<Object>map(context.secrets()::mark)
                        .orElse(text.value(".Var." + name))));
        return context.with(NAME, values);
    }
}
