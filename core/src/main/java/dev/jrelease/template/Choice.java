package dev.jrelease.template;

import com.github.mustachejava.MustacheException;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import dev.jrelease.template.text.Rendered;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Two branches whose condition is unknown: both are evaluated. */
final class Choice {
    private Choice() {}

    /**
     * Writes the result of both branches as one unknown part, or as it is if both are equal.
     *
     * @param opening the tag before the first branch, without braces
     */
    static void write(String opening, Scope scope, Writer writer, Consumer<Writer> then, Consumer<Writer> otherwise) {
        Rendered choice = Rendered.choice(
                opening, branch(opening, then, scope.rendering()), branch(opening, otherwise, scope.rendering()));
        try {
            writer.write(scope.rendering().marks().put(choice));
        } catch (IOException impossible) {
            throw new MustacheException(impossible);
        }
    }

    private static Rendered branch(String opening, Consumer<Writer> branch, Rendering rendering) {
        Output output = new Output();
        rendering.perhaps(opening, () -> branch.accept(output));
        return rendering.marks().take(output.text());
    }
}
