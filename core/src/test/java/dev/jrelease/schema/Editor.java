package dev.jrelease.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.failure.Problems;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an editor tells of a file: whether it is YAML, and what the schema refuses. */
final class Editor {
    private static final URI METASCHEMA = URI.create("https://json-schema.org/draft/2020-12/schema");
    private static final Editor STRICT = new Editor(ConfigSchema.strict(Configurations.SECTIONS));
    private static final Editor LENIENT = new Editor(ConfigSchema.lenient(Configurations.SECTIONS));

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final URI schema;

    Editor(JsonNode schema) {
        this.schema = validator.registerSchema(schema);
    }

    /** With the schema for a file of this name. */
    static Editor of(ConfigFile file) {
        return file.isGoReleaser() ? LENIENT : STRICT;
    }

    static Editor strict() {
        return STRICT;
    }

    static List<String> complaintsAboutSchema(JsonNode schema) {
        Validator plain = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        return complaints(plain.validate(METASCHEMA, schema));
    }

    /** Nothing, if all is well. */
    List<String> complaints(ConfigFile file) {
        Problems problems = new Problems();
        Optional<JsonNode> json = JsonView.file(new SourceText(file.name(), file.text()), problems);
        List<String> all = new ArrayList<>();
        problems.list().forEach(problem -> all.add(problem.toString()));
        json.ifPresent(root -> all.addAll(complaints(root)));
        return all;
    }

    List<String> complaints(JsonNode json) {
        return complaints(validator.validate(schema, json));
    }

    private static List<String> complaints(Validator.Result result) {
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getError())
                .toList();
    }
}
