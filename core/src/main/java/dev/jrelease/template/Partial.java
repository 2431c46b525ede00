package dev.jrelease.template;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.PartialCode;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import java.io.Writer;
import java.util.List;

/** {@code {{> file}}}. Partials are counted, because they can include each other exponentially often. */
final class Partial extends PartialCode {
    Partial(TemplateContext place, DefaultMustacheFactory factory, String name) {
        super(place, factory, name);
    }

    @Override
    public Writer execute(Writer writer, List<Object> around) {
        Rendering rendering = Scope.of(around).rendering();
        rendering.step();
        rendering.enter(getName(), () -> {
            super.execute(writer, around);
        });
        return writer;
    }
}
