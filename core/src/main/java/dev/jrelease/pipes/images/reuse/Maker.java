package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.util.Objects;

/** Which jrelease made something: another version may compress, verify or write it in another way. */
final class Maker {
    /** To be raised when layers, configurations or verdicts of the same input become others within one version. */
    private static final int FORMAT = 1;

    private Maker() {}

    static ObjectNode describe() {
        String version = Maker.class.getPackage().getImplementationVersion();
        return Json.object()
                .put("jrelease", Objects.requireNonNullElse(version, "not packaged"))
                .put("format", FORMAT);
    }
}
