package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.nio.file.Path;
import java.util.List;

/** The result of an entry of {@code builds}. */
public sealed interface BuildOutput extends Artifact {

    /** The id of the entry, which other entries name in {@code ids}. */
    String buildId();

    /** The platforms of its programs; empty if they are not known. */
    List<Platform> platforms();

    /** A program that goes into images. */
    sealed interface Program extends BuildOutput {

        /** A file, or a folder with all files of the program. */
        Path file();

        /** Its name in an image's build context. */
        String name();
    }

    /** A program for one platform. */
    record Binary(String buildId, Platform platform, Path file, String name) implements Program {
        @Override
        public List<Platform> platforms() {
            return List.of(platform);
        }

        @Override
        public ObjectNode json() {
            return Json.object()
                    .put("type", "binary")
                    .put("id", buildId)
                    .put("platform", platform.toString())
                    .put("file", file.toString())
                    .put("name", name);
        }

        @Override
        public List<ListedArtifact> listed() {
            return List.of(ListedArtifact.binary(this));
        }
    }

    /** A folder with a program for every platform, such as a program in Java. */
    record Portable(String buildId, Path file, String name) implements Program {
        @Override
        public List<Platform> platforms() {
            return List.of();
        }

        @Override
        public ObjectNode json() {
            return Json.object()
                    .put("type", "portable_program")
                    .put("id", buildId)
                    .put("file", file.toString())
                    .put("name", name);
        }
    }

    /** Nothing: the entry is skipped. */
    record Skipped(String buildId) implements BuildOutput {
        @Override
        public List<Platform> platforms() {
            return List.of();
        }

        @Override
        public ObjectNode json() {
            return Json.object().put("type", "skipped_build").put("id", buildId);
        }
    }

    /** Programs of a builder that is not run here. */
    record NotBuilt(String buildId, String builder, List<Platform> platforms) implements BuildOutput {
        public NotBuilt {
            platforms = List.copyOf(platforms);
        }

        @Override
        public ObjectNode json() {
            return Json.object().put("type", "not_built").put("id", buildId).put("builder", builder);
        }
    }
}
