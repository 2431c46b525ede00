package dev.jrelease.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.nio.file.Path;
import java.util.Optional;

/** Where the content of a layer is, for a layout that has the manifest of its image. */
public sealed interface LayerPlace {

    /** In a file of the layout. */
    record InFile(Path file) implements LayerPlace {}

    /**
     * Elsewhere: in a repository of a registry, which it is fetched from when its content is asked for.
     *
     * @param repository registry and repository, without tag and digest
     */
    record InRepository(String repository, Access access) implements LayerPlace {
        private static final String REPOSITORY = "repository";
        private static final String INSECURE = "insecure";

        public InRepository(ImageReference any, Access access) {
            this(any.name(), access);
        }

        /** A reference in the repository, whose tag does not count. */
        public ImageReference reference() {
            return ImageReference.parse(repository);
        }

        public ObjectNode write() {
            return Json.object().put(REPOSITORY, repository).put(INSECURE, access == Access.INSECURE);
        }

        /** Empty if the text names no repository. */
        public static Optional<InRepository> read(JsonNode written) {
            try {
                Access access = written.path(INSECURE).asBoolean() ? Access.INSECURE : Access.STRICT;
                return Optional.of(new InRepository(
                        ImageReference.parse(written.path(REPOSITORY).asText()), access));
            } catch (IllegalArgumentException noReference) {
                return Optional.empty();
            }
        }
    }
}
