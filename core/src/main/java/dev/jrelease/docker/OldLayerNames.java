package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds which layer a folder of an old archive has, without its content: the folder's name is a digest of the content of
 * its file {@code json} and of the layer's chain, the digest of all diff ids up to its own.
 *
 * @param diffIds by their chains
 * @see <a href="https://github.com/moby/moby/blob/v20.10.24/image/v1/imagev1.go">how the engine makes the name</a>
 */
record OldLayerNames(Map<Digest, Digest> diffIds) {
    private static final String PARENT = "parent";

    /** @param diffIds of the image, lowest first */
    static OldLayerNames of(List<String> diffIds) {
        Map<Digest, Digest> byChain = new LinkedHashMap<>();
        String chain = "";
        for (String diffId : diffIds) {
            chain = chain.isEmpty() ? diffId : digest(chain + " " + diffId).toString();
            Optional<Digest> layer = Digest.parse(diffId);
            Optional<Digest> upToIt = Digest.parse(chain);
            if (layer.isEmpty() || upToIt.isEmpty()) {
                break;
            }
            byChain.put(upToIt.get(), layer.get());
        }
        return new OldLayerNames(byChain);
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param json what lies beside the layer; empty if the engine wrote the name in another way */
    Optional<Digest> diffId(String folder, byte[] json) {
        try {
            JsonNode described = Json.parse(json);
            return diffIds.keySet().stream()
                    .filter(chain -> isName(folder, described, chain))
                    .findFirst()
                    .map(diffIds::get);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** The engine adds {@code os} to all but the last layer after it has made the name. */
    private static boolean isName(String folder, JsonNode json, Digest chain) {
        return name(json, chain, true).hex().equals(folder)
                || name(json, chain, false).hex().equals(folder);
    }

    private static Digest name(JsonNode json, Digest chain, boolean isLast) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        json.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        sorted.remove("id");
        if (!isLast) {
            sorted.remove("os");
        }
        ObjectNode hashed = Json.object();
        sorted.put("layer_id", hashed.textNode(chain.toString()));
        sorted.computeIfPresent(PARENT, (_, parent) -> hashed.textNode("sha256:" + parent.asText()));
        hashed.setAll(sorted);
        return Digest.of(Json.bytes(hashed));
    }
}
