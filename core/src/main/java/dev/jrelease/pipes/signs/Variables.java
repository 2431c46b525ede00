package dev.jrelease.pipes.signs;

import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.EntryVariables;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.Values;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code $NAME} and {@code ${NAME}}, and after them the template that they stand in, as GoReleaser does. */
record Variables(TemplateContext context, Problems problems) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}]*}|[*#$@!?0-9-]|[A-Za-z_][A-Za-z0-9_]*)");

    /** The same with more variables. */
    Variables with(Map<String, String> more) {
        return new Variables(EntryVariables.with(context, more), problems);
    }

    /** Absent if something in it cannot be filled in, which is told. */
    Optional<String> filled(Template template) {
        if (template.filled(context, problems).isEmpty()) {
            return Optional.empty();
        }
        // What a variable holds is text of the template for GoReleaser; positions are those of the file, told above.
        String expanded = VARIABLE.matcher(template.source()).replaceAll(found -> value(found, template));
        return Template.parse(expanded, template.location(), problems).filled(context, problems);
    }

    private String value(MatchResult found, Template template) {
        String name = found.group(1).replaceAll("[{}]", "");
        Optional<String> value =
                context.value("Env").flatMap(all -> Values.item(all, name)).map(Values::text);
        if (value.isEmpty()) {
            problems.warning(
                    template.location(), "the variable " + name + " is not set: " + found.group() + " becomes empty");
        }
        return Matcher.quoteReplacement(value.orElse(""));
    }
}
