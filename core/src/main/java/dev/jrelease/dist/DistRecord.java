package dev.jrelease.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The record of what a release leaves in its dist folder, written before the release creates anything: the file {@code
 * .plan}.
 *
 * @param plan the identity of the plan; empty while its files are being removed
 * @param files from the folder on; each may be a folder
 */
record DistRecord(String plan, Set<String> files) {
    static final String FILE = ".plan";

    private static final String PLAN_KEY = "plan";
    private static final String FILES_KEY = "files";

    DistRecord {
        files = new TreeSet<>(files);
    }

    static DistRecord of(DistContents contents) {
        Set<String> files = new TreeSet<>(List.of(DistFolder.PLAN, DistFolder.IMAGES));
        files.addAll(contents.leaves());
        return new DistRecord(contents.identity(), files);
    }

    /** Empty if no release has begun there. */
    static Optional<DistRecord> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(parse(WholeFile.bytes(file)))
                : Optional.empty();
    }

    /** A record that cannot be read belongs to another plan. */
    private static DistRecord parse(byte[] content) {
        Set<String> files = new TreeSet<>(List.of(DistFolder.PLAN, DistFolder.IMAGES));
        try {
            JsonNode node = Json.parse(content);
            node.path(FILES_KEY).forEach(name -> files.add(name.asText()));
            return new DistRecord(node.path(PLAN_KEY).asText(), files);
        } catch (IOException malformed) {
            return new DistRecord("", files);
        }
    }

    /** The record of files that are about to be removed: the next run continues if this one is killed. */
    static DistRecord ofLeftovers(Set<String> files) {
        return new DistRecord("", files);
    }

    /** The same with more files. */
    DistRecord and(Set<String> more) {
        Set<String> all = new TreeSet<>(files);
        all.addAll(more);
        return new DistRecord(plan, all);
    }

    void write(Path folder) throws IOException {
        ObjectNode node = Json.object().put(PLAN_KEY, plan);
        files.forEach(node.putArray(FILES_KEY)::add);
        AtomicFile.write(folder, Path.of(FILE), Json.pretty(node) + "\n");
    }
}
