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
 * The value of a variable of {@code env} that uses names that are not known yet, such as {@code .Version}. This is a
 * warning, and an error in a template that uses the variable.
 */
record DeferredVariable(String name, List<Problem> asked) implements Supplier<Object> {
    DeferredVariable {
        asked = List.copyOf(asked);
    }

    /** The deferred variable; empty if the item has other errors. */
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
                + asked.getFirst().location() + ", uses a name that is known only later");
    }
}
