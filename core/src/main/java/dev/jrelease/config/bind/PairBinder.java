package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.ScalarPositions;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Positions;
import dev.jrelease.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds a mapping to a list of {@code NAME=value}. */
record PairBinder(BindingContext context, ValueBinder values) {

    List<Template> bind(MappingNode mapping) {
        List<Template> pairs = new ArrayList<>();
        Entries.of(mapping, context).forEach((name, entry) -> {
            if (entry.value() instanceof ScalarNode value) {
                pairs.add(pair(name, entry.key(), value));
            } else {
                values.reportNoScalar(String.class, entry.value(), name);
            }
        });
        return pairs;
    }

    /** A template of name and value, with the positions of both. */
    private Template pair(String name, ScalarNode key, ScalarNode value) {
        SourceFile file = context.file(value);
        Location place = context.place(key);
        Positions inValue = ScalarPositions.of(value, file.text());
        int behind = name.length() + 1;
        return Template.parse(
                name + "=" + (YamlReader.isNull(value) ? "" : value.getValue()),
                offset -> offset < behind ? place : inValue.at(offset - behind),
                file.partials(),
                context.problems());
    }
}
