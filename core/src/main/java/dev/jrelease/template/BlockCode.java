package dev.jrelease.template;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Go's {@code if}, {@code with} and {@code range}: writes the first branch whose condition holds. */
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
        write(branches, writer, around);
        rendering.variables().cutTo(variables);
        return writer;
    }

    private static void write(List<Branch> branches, Writer writer, List<Object> around) {
        if (branches.isEmpty()) {
            return;
        }
        Scope scope = Scope.of(around);
        Branch first = branches.getFirst();
        List<Branch> others = branches.subList(1, branches.size());
        Object value = first.value(scope);
        Optional<Boolean> taken = Scope.BROKEN.equals(value) ? Optional.of(false) : first.isTaken(value);
        if (taken.isEmpty()) {
            Choice.write(
                    first.opening(value),
                    scope,
                    writer,
                    then -> first.write(value, then, around),
                    rest -> write(others, rest, around));
        } else if (taken.get()) {
            first.write(value, writer, around);
            evaluateUnwritten(others, scope);
        } else {
            scope.rendering().evaluateUnwritten(() -> first.evaluateUnwritten(around));
            if (Scope.BROKEN.equals(value)) {
                evaluateUnwritten(others, scope);
            } else {
                write(others, writer, around);
            }
        }
    }

    private static void evaluateUnwritten(List<Branch> branches, Scope scope) {
        for (Branch branch : branches) {
            scope.rendering().evaluateUnwritten(() -> {
                branch.value(scope);
                branch.evaluateUnwritten(scope.around());
            });
        }
    }

    @Override
    public Code[] getCodes() {
        return branches.stream().map(Branch::body).toArray(Code[]::new);
    }
}
