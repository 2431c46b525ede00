package dev.jrelease.pipes.images.entry;

import dev.jrelease.failure.Location;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets one entry stand for many, once for every combination of these values. The combinations are in the order of the
 * file, the last name turning fastest.
 *
 * <pre>{@code
 * matrix:
 *   base: [alpine, debian]
 *   go: ["1.24", "1.25"]
 * }</pre>
 */
public record Matrix(Map<String, List<Template>> values, Location location) {
    private static final int MOST = 256;
    private static final LinearPattern NAME = LinearPattern.of("[A-Za-z_][A-Za-z0-9_]*+");

    /** Every combination, each once; one that says nothing where there is no matrix. */
    public List<Combination> combinations(Planning planning) {
        List<Combination> all = List.of(Combination.NONE);
        for (Map.Entry<String, List<Template>> name : values.entrySet()) {
            List<Rendered> filled = filled(name.getKey(), name.getValue(), planning);
            if (filled.size() > MOST / all.size()) {
                reportTooMany(planning);
                filled = filled.subList(0, 1);
            }
            all = combined(all, name.getKey(), filled);
        }
        return all;
    }

    private void reportTooMany(Planning planning) {
        planning.problems()
                .error(
                        location,
                        "matrix stands for more than " + MOST + " combinations",
                        "write several entries with fewer of them");
    }

    private static List<Combination> combined(List<Combination> all, String name, List<Rendered> values) {
        List<Combination> more = new ArrayList<>();
        all.forEach(combination -> values.forEach(value -> more.add(combination.with(name, value))));
        return more;
    }

    /** At least one value, so that what else is wrong with the entry is told. */
    private List<Rendered> filled(String name, List<Template> templates, Planning planning) {
        if (!NAME.matches(name)) {
            planning.problems()
                    .error(
                            location,
                            "matrix: no template can ask for the name '" + name + "'",
                            "letters, digits and '_' can be in one, and no digit comes first");
        }
        if (templates.isEmpty()) {
            planning.problems().error(location, "matrix: '" + name + "' has no values", "give it at least one");
        }
        List<Rendered> filled = templates.stream()
                .map(template -> template.rendered(planning.context(), planning.problems()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return filled.isEmpty() ? List.of(Rendered.of(Unknown.of(".Matrix." + name))) : filled;
    }
}
