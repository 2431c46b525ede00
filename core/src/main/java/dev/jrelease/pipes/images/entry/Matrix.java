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
 * The values of a {@code matrix}: the entry is used once for each combination. Combinations are in the order of the
 * file; the last name changes fastest.
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

    /** All combinations, each once; a single empty one without a matrix. */
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
                        "matrix has more than " + MOST + " combinations",
                        "use several entries with fewer combinations");
    }

    private static List<Combination> combined(List<Combination> all, String name, List<Rendered> values) {
        List<Combination> more = new ArrayList<>();
        all.forEach(combination -> values.forEach(value -> more.add(combination.with(name, value))));
        return more;
    }

    /** The rendered values; at least one, so that further errors of the entry are reported. */
    private List<Rendered> filled(String name, List<Template> templates, Planning planning) {
        if (!NAME.matches(name)) {
            planning.problems()
                    .error(
                            location,
                            "matrix: templates cannot use the name '" + name + "'",
                            "use letters, digits and '_', beginning with a letter");
        }
        if (templates.isEmpty()) {
            planning.problems().error(location, "matrix: '" + name + "' has no values", "add at least one value");
        }
        List<Rendered> filled = templates.stream()
                .map(template -> template.rendered(planning.context(), planning.problems()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return filled.isEmpty() ? List.of(Rendered.of(Unknown.of(".Matrix." + name))) : filled;
    }
}
