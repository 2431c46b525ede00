package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.layer.BrokenLayerException;
import dev.jrelease.image.layer.LayerEntry;
import dev.jrelease.image.layer.LayerTar;
import dev.jrelease.text.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** An entry of a layer with the digest of its content. */
record FileFacts(LayerEntry entry, Digest content) {

    /** Adds the entries of a layer by path; the last entry of a path counts. Returns the layer's diff id. */
    static Digest read(InputStream content, Descriptor layer, SortedMap<String, FileFacts> files)
            throws IOException, InterruptedException {
        List<UnpackedLayer> unpacked = new ArrayList<>();
        LayerTar.read(
                content,
                plain -> {
                    unpacked.add(new UnpackedLayer(layer, plain));
                    return unpacked.getFirst();
                },
                (entry, file) -> files.put(entry.path(), new FileFacts(entry, Digest.of(file))));
        if (unpacked.getFirst().isCutOff()) {
            throw new BrokenLayerException("it ends too early, within a block");
        }
        return unpacked.getFirst().diffId();
    }

    /** The differences to another entry, in a few words each. */
    List<String> differences(FileFacts other) {
        List<String> all = new ArrayList<>();
        if (entry.kind() != other.entry.kind()) {
            return List.of(description() + " → " + other.description());
        }
        if (entry.size() != other.entry.size()) {
            all.add("size " + entry.size() + " → " + other.entry.size());
        } else if (!content.equals(other.content)) {
            all.add("content");
        }
        if (!entry.target().equals(other.entry.target())) {
            all.add("target " + entry.target() + " → " + other.entry.target());
        }
        if (entry.mode() != other.entry.mode()) {
            all.add("mode " + Integer.toOctalString(entry.mode()) + " → " + Integer.toOctalString(other.entry.mode()));
        }
        if (entry.userId() != other.entry.userId() || entry.groupId() != other.entry.groupId()) {
            all.add("owner " + owner() + " → " + other.owner());
        }
        if (!entry.modified().equals(other.entry.modified())) {
            all.add("mtime " + entry.modified() + " → " + other.entry.modified());
        }
        return all;
    }

    private String owner() {
        return entry.userId() + ":" + entry.groupId();
    }

    /** The type and size of the entry. */
    String description() {
        return switch (entry.kind()) {
            case FILE -> "file of " + ByteSize.text(entry.size());
            case DIRECTORY -> "directory";
            case SYMBOLIC_LINK -> "link to " + entry.target();
            case HARD_LINK -> "hard link to /" + entry.target();
            case SPECIAL -> "special file";
        };
    }
}
