package dev.jrelease.fields;

import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.FunctionFailure;
import dev.jrelease.template.text.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The value of a variable whose item of {@code env} asks for names that are known only later, such as {@code .Version}:
 * a warning, since it may be for linker flags alone, and an error in the template that uses it.
 */
record DeferredVariable(String name, List<Problem> asked) implements Supplier<Object> {
    DeferredVariable {
        asked = List.copyOf(asked);
    }

    /** Present if nothing else is wrong with the item. */
    static Optional<DeferredVariable> of(Template item, TemplateContext context) {
        Problems now = new Problems();
        if (item.rendered(context, now).isPresent()) {
            return Optional.empty();
        }
        Problems later = new Problems();
        TemplateContext all = context;
        for (String name : RunFields.later()) {
            boolean known = context.value(name).isPresent();
            all = known ? all : all.with(Map.of(name, Unknown.of("." + name)));
        }
        boolean wrong = item.rendered(all, later).isEmpty() || later.hasErrors();
        return wrong
                ? Optional.empty()
                : Optional.of(new DeferredVariable(item.source().split("=", 2)[0], now.list()));
    }

    void warn(Problems problems) {
        asked.forEach(problem -> problems.add(
                problem.asWarning().withHint("the variable " + name + " has no value: a template that uses it fails")));
    }

    @Override
    public Object get() {
        throw new FunctionFailure("the variable " + name + " has no value: its item of env, "
                + asked.getFirst().location() + ", asks for what is known only later");
    }
}
