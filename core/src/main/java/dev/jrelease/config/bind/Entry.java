package dev.jrelease.config.bind;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A key of a mapping and its value. */
record Entry(ScalarNode key, Node value) {
    String name() {
        return key.getValue();
    }
}
