package dev.jrelease.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.util.List;
import java.util.Map;

/** How the document of an index is written: its digest depends on white space and on the order of members. */
public enum IndexForm {
    /** Without white space, members in the order of OCI's specification. */
    COMPACT("", false),
    /** As {@code docker manifest push} writes it. */
    DOCKER_MANIFEST("   ", true),
    /** As {@code manifest-tool push} writes it. */
    MANIFEST_TOOL("  ", false);

    private final String indent;
    private final boolean sizeFirst;

    IndexForm(String indent, boolean sizeFirst) {
        this.indent = indent;
        this.sizeFirst = sizeFirst;
    }

    byte[] write(String mediaType, List<Descriptor> children, Map<String, String> annotations) {
        boolean asDocker = sizeFirst || mediaType.equals(MediaTypes.DOCKER_LIST);
        ObjectNode node = Json.object();
        node.put("schemaVersion", 2);
        node.put("mediaType", mediaType);
        var array = node.putArray("manifests");
        children.forEach(child -> array.add(asDocker ? child.writeSizeFirst() : child.write()));
        if (!annotations.isEmpty()) {
            ObjectNode all = node.putObject("annotations");
            annotations.forEach(all::put);
        }
        return indent.isEmpty() ? Json.bytes(node) : Json.indented(node, indent);
    }
}
