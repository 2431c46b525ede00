package dev.jrelease.template;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import java.io.Writer;
import java.util.List;

/** Go's {@code if}, {@code with} and {@code range}: the first branch that wants to be written is. */
final class BlockCode extends DefaultCode {
    private final List<Branch> branches;

    BlockCode(TemplateContext place, DefaultMustacheFactory factory, List<Branch> branches) {
        super(place, factory, null, null, null);
        this.branches = List.copyOf(branches);
    }

    @Override
    public synchronized void init() {
        branches.forEach(branch -> branch.body().init());
    }

    @Override
    public Writer execute(Writer writer, List<Object> around) {
        Rendering rendering = Scope.of(around).rendering();
        rendering.step();
        int variables = rendering.variables().size();
        boolean done = false;
        for (Branch branch : branches) {
            if (done) {
                rendering.lookOnly(() -> branch.write(Writer.nullWriter(), around));
            } else {
                done = branch.write(writer, around);
            }
        }
        rendering.variables().cutTo(variables);
        return writer;
    }

    @Override
    public Code[] getCodes() {
        return branches.stream().map(Branch::body).toArray(Code[]::new);
    }
}
