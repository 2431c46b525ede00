package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code artifacts.json}, the list of results in GoReleaser's form.
 *
 * @param name of a file without its folders, or {@code registry/repository:tag}
 * @param path of a file from the working directory; of an image, its name
 * @param platform that it is for, if it is for one
 * @param extra further values by GoReleaser's names, such as {@code ID}
 */
public record ListedArtifact(
        String name, String path, Kind kind, Optional<Platform> platform, Map<String, String> extra) {
    private static final String ID = "ID";

    public ListedArtifact {
        extra = Map.copyOf(extra);
    }

    /** GoReleaser's types of artifacts that jrelease has. */
    public enum Kind {
        BINARY(4, "Binary"),
        IMAGE(9, "Docker Image"),
        PUBLISHED_IMAGE(10, "Published Docker Image"),
        MANIFEST(11, "Docker Manifest"),
        METADATA(35, "Metadata"),
        /** An image or an index of {@code dockers_v2}. */
        IMAGE_V2(37, "Docker Image");

        private final int number;
        private final String words;

        Kind(int number, String words) {
            this.number = number;
            this.words = words;
        }
    }

    /** A program. */
    static ListedArtifact binary(BuildOutput.Binary program) {
        return new ListedArtifact(
                program.name(),
                program.file().toString(),
                Kind.BINARY,
                Optional.of(program.platform()),
                Map.of(ID, program.buildId(), "Binary", program.name()));
    }

    /** A name of an image or an index. */
    public static ListedArtifact image(
            String name, Kind kind, Optional<Platform> platform, String entryId, Digest digest) {
        Map<String, String> extra = entryId.isEmpty()
                ? Map.of("Digest", digest.toString())
                : Map.of(ID, entryId, "Digest", digest.toString());
        return new ListedArtifact(name, name, kind, platform, extra);
    }

    /** The entry with GoReleaser's names of fields. */
    public ObjectNode json() {
        ObjectNode node = Json.object().put("name", name).put("path", path);
        platform.ifPresent(known -> put(known, node));
        node.put("internal_type", kind.number).put("type", kind.words);
        if (!extra.isEmpty()) {
            ObjectNode values = node.putObject("extra");
            extra.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(value -> values.put(value.getKey(), value.getValue()));
        }
        return node;
    }

    private static void put(Platform platform, ObjectNode node) {
        node.put("goos", platform.os()).put("goarch", platform.architecture());
        if (!platform.variant().isEmpty()) {
            putVariant(platform, node);
        }
    }

    private static void putVariant(Platform platform, ObjectNode node) {
        switch (platform.architecture()) {
            case "arm" -> node.put("goarm", platform.variant().substring(1));
            case "amd64" -> node.put("goamd64", platform.variant());
            default -> {}
        }
    }
}
