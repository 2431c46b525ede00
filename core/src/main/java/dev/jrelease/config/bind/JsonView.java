package dev.jrelease.config.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Problems;
import dev.jrelease.json.Json;
import dev.jrelease.template.Partials;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Converts YAML to JSON with aliases and merge keys resolved, as an editor sees it. Plain scalars have the types of
 * YAML 1.2 that JSON has.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML's core schema</a>
 */
public final class JsonView {
    private static final String KEY = "value";
    private static final LinearPattern NUMBER = LinearPattern.of("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");
    private static final LinearPattern TRUTH = LinearPattern.of("true|True|TRUE|false|False|FALSE");

    private final BindingContext context;

    private JsonView(BindingContext context) {
        this.context = context;
    }

    /** A whole file; empty if it is not a mapping, which is reported. */
    public static Optional<JsonNode> file(SourceText source, Problems problems) {
        BindingContext context = new BindingContext(problems);
        context.add(new SourceFile(source, Partials.none(), false));
        return YamlReader.read(source, false, problems).map(new JsonView(context)::of);
    }

    /** A configuration that was read, without its invalid parts, and the partials that its templates may include. */
    public static ObjectNode ofAll(Optional<MappingNode> root, BindingContext read, Map<String, String> partials) {
        ObjectNode content = Json.object();
        root.ifPresent(mapping -> content.set("file", new JsonView(read.again(new Problems())).object(mapping)));
        partials.forEach(content.putObject("partials")::put);
        return content;
    }

    /**
     * A single value.
     *
     * @throws IllegalArgumentException if it is not YAML
     */
    public static JsonNode value(String yaml) {
        Problems problems = new Problems();
        Optional<JsonNode> root = file(new SourceText(yaml, KEY + ":\n" + yaml.indent(2)), problems);
        if (root.isEmpty() || problems.hasErrors()) {
            throw new IllegalArgumentException("'" + yaml + "' is not a value in YAML: " + problems.list());
        }
        return root.get().path(KEY);
    }

    private JsonNode of(Node node) {
        if (!context.enter(node)) {
            return Json.object();
        }
        try {
            return switch (node) {
                case MappingNode mapping -> object(mapping);
                case SequenceNode sequence -> array(sequence);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new IllegalStateException("YAML has no " + node.getNodeType());
            };
        } finally {
            context.leave();
        }
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = Json.object();
        Entries.of(mapping, context).forEach((name, entry) -> object.set(name, of(entry.value())));
        return object;
    }

    private ArrayNode array(SequenceNode sequence) {
        ArrayNode array = Json.array();
        sequence.getValue().forEach(item -> array.add(of(item)));
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (YamlReader.isNull(scalar)) {
            return Json.object().nullNode();
        }
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (plain && (NUMBER.matches(text) || TRUTH.matches(text))) {
            return parsed(text.toLowerCase(Locale.ROOT));
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
