package dev.jrelease.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.bind.BindingContext;
import dev.jrelease.config.bind.JsonView;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Everything that a configuration says.
 *
 * @param partials files that templates include, by their names
 */
record ConfigContent(Optional<MappingNode> root, BindingContext context, Map<String, String> partials) {

    ObjectNode json() {
        return JsonView.ofAll(root, context, partials);
    }
}
