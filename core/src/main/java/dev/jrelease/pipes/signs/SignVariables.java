package dev.jrelease.pipes.signs;

import dev.jrelease.failure.Problems;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.Values;
import dev.jrelease.template.text.Rendered;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Replaces {@code $NAME} and {@code ${NAME}}, and then renders the template, as GoReleaser does. */
record SignVariables(TemplateContext context, Problems problems) {

    /** The same with these variables added. */
    SignVariables with(Map<String, String> more) {
        return new SignVariables(EntryVariables.with(context, more), problems);
    }

    /** The rendered text; empty after an error, which is reported. */
    Optional<String> filled(Template template) {
        Optional<Rendered> text = template.rendered(context, problems);
        if (text.isEmpty() || !text.get().isKnown()) {
            return text.map(Rendered::toString);
        }
        Set<String> secrets = new LinkedHashSet<>();
        // GoReleaser renders the values of variables, too; positions are those of the file, reported above.
        String expanded =
                ShellVariables.fill(template.source(), (name, written) -> value(name, written, template, secrets));
        Optional<String> result = Template.parse(expanded, template.location(), problems)
                .rendered(context, problems)
                .map(Rendered::toString);
        if (!secrets.isEmpty()) {
            result.ifPresent(filled -> context.secrets().wrote(filled, secrets));
        }
        return result;
    }

    private String value(String name, String written, Template template, Set<String> secrets) {
        Optional<String> value = context.value("Env")
                .flatMap(all -> Values.item(all, name))
                .map(known -> Rendered.ofValue(known).toString());
        value.filter(text -> context.secrets().isSecret(text)).ifPresent(secrets::add);
        if (value.isEmpty()) {
            problems.warning(
                    template.location(), "the variable " + name + " is not set: " + written + " becomes empty");
        }
        return value.orElse("");
    }
}
