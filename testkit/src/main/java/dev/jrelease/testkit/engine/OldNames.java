package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The folders of layers in an old archive, and what the file {@code json} in each says, as engines before 25 make them. */
final class OldNames {
    private final int last;
    private final String os;
    private int number;
    private String chain = "";
    private String parent = "";
    private String json = "";

    OldNames(EngineImage image) {
        this.last = image.layers().size();
        this.os = image.configuration().path("os").asText();
    }

    /** The folder of the next layer. */
    String next(Layer layer) {
        number++;
        chain = chain.isEmpty()
                ? layer.diffId()
                : Sha256.digest((chain + " " + layer.diffId()).getBytes(StandardCharsets.UTF_8));
        ObjectNode hashed = EngineImage.JSON.createObjectNode();
        hashed.putObject("container_config").put("Hostname", "").putNull("Env");
        hashed.put("created", "1970-01-01T00:00:00Z").put("layer_id", chain);
        if (number == last) {
            hashed.put("os", os);
        }
        if (!parent.isEmpty()) {
            hashed.put("parent", "sha256:" + parent);
        }
        String name = Sha256.hex(hashed.toString().getBytes(StandardCharsets.UTF_8));
        ObjectNode written = EngineImage.JSON.createObjectNode().put("id", name);
        if (!parent.isEmpty()) {
            written.put("parent", parent);
        }
        written.put("created", "1970-01-01T00:00:00Z");
        written.set("container_config", hashed.path("container_config"));
        json = written.put("os", os).toString();
        parent = name;
        return name;
    }

    /** What the file says of the layer that was named last. */
    String json() {
        return json;
    }
}
