package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;

/** What a build asks its exporter for. */
record Output(JsonNode attributes) {

    /** Reads the parameter {@code outputs}. */
    static Output read(String json) throws IOException {
        return new Output(
                json.isEmpty()
                        ? MissingNode.getInstance()
                        : EngineImage.JSON.readTree(json).path(0).path("Attrs"));
    }

    /** The repository to push to. */
    Optional<String> pushes() {
        return is("push") && is("push-by-digest")
                ? Optional.of(attributes.path("name").asText())
                : Optional.empty();
    }

    boolean stores() {
        return !attributes.path("store").asText().equals("false");
    }

    boolean hasOciTypes() {
        return is("oci-mediatypes");
    }

    private boolean is(String attribute) {
        return attributes.path(attribute).asText().equals("true");
    }
}
