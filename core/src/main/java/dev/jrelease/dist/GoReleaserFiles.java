package dev.jrelease.dist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of GoReleaser in a dist folder: those of its {@code artifacts.json}, and those it always writes. */
final class GoReleaserFiles {
    private static final String ARTIFACTS = "artifacts.json";
    private static final List<String> ALWAYS = List.of(ARTIFACTS, "metadata.json", "config.yaml", "CHANGELOG.md");
    private static final long LARGEST = 16 << 20;

    private GoReleaserFiles() {}

    /** Their names from the folder on; empty if GoReleaser did not write there. */
    static Set<String> in(Path folder, Path workingDirectory) {
        Set<String> names = new TreeSet<>();
        try {
            Path file = folder.resolve(ARTIFACTS);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST) {
                JsonNode artifacts = Json.parse(WholeFile.bytes(file));
                if (artifacts.isArray() && artifacts.valueStream().allMatch(artifact -> artifact.has("type"))) {
                    ALWAYS.stream()
                            .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                            .forEach(names::add);
                    artifacts.forEach(artifact -> add(artifact.path("path").asText(), folder, workingDirectory, names));
                }
            }
        } catch (IOException notOfGoReleaser) {
            return Set.of();
        }
        return names;
    }

    private static void add(String path, Path folder, Path workingDirectory, Set<String> names) {
        try {
            Path file = workingDirectory.resolve(path).normalize();
            if (file.startsWith(folder) && !file.equals(folder) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                names.add(folder.relativize(file).toString());
            }
        } catch (InvalidPathException nameless) {
            // No file can have such a name.
        }
    }
}
