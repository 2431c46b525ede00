package dev.jrelease.verify;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.layer.LayerEntry;
import dev.jrelease.image.layer.LayerEntry.Kind;
import dev.jrelease.image.layer.LayerTar;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of layers, with types instead of contents. One instance serves a whole run, so that common layers are
 * read once. Safe for several threads.
 */
public final class LayerIndex {
    private final Map<Digest, Layer> layers = new ConcurrentHashMap<>();

    /** A layer that is read on first use; other threads wait for the result. */
    private static final class Layer {
        private @Nullable List<LayerFile> files;

        synchronized List<LayerFile> files(ImageSource source, Descriptor layer)
                throws IOException, InterruptedException {
            if (files == null) {
                files = read(source, layer);
            }
            return files;
        }
    }

    List<LayerFile> files(ImageSource source, Descriptor layer) throws IOException, InterruptedException {
        return layers.computeIfAbsent(layer.digest(), _ -> new Layer()).files(source, layer);
    }

    private static List<LayerFile> read(ImageSource source, Descriptor layer) throws IOException, InterruptedException {
        List<LayerFile> files = new ArrayList<>();
        try (InputStream blob = source.blob(layer)) {
            LayerTar.read(blob, (entry, content) -> files.add(new LayerFile(entry, look(entry, content))));
        }
        return List.copyOf(files);
    }

    private static FileType look(LayerEntry entry, InputStream content) throws IOException {
        if (entry.kind() != Kind.FILE) {
            return new FileType.Other();
        }
        boolean mayStart = entry.isExecutable() || entry.path().endsWith(".sh");
        return FileType.of(FileEnds.read(content, entry.size(), mayStart));
    }
}
