package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.layer.UnreadableLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the files in which two layers differ. */
final class LayerComparison {
    private static final int MOST_FILES = 50;

    private final String where;
    private final String layer;

    /** @param layer what to call it */
    LayerComparison(String where, String layer) {
        this.where = where;
        this.layer = layer;
    }

    List<Difference> compare(ImageSource sourceA, Descriptor layerA, ImageSource sourceB, Descriptor layerB)
            throws IOException, InterruptedException {
        SortedMap<String, FileFacts> a;
        SortedMap<String, FileFacts> b;
        try {
            a = read(sourceA, layerA);
            b = read(sourceB, layerB);
        } catch (UnreadableLayerException unreadable) {
            return List.of(difference(", its files are not compared: " + unreadable.getMessage()));
        }
        List<Difference> all = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(a.keySet());
        paths.addAll(b.keySet());
        for (String path : paths) {
            compare("/" + path, a.get(path), b.get(path)).ifPresent(all::add);
        }
        if (all.isEmpty()) {
            all.add(difference(" has the same files, written in another order or form"));
        }
        return shortened(all);
    }

    private static SortedMap<String, FileFacts> read(ImageSource source, Descriptor layer)
            throws IOException, InterruptedException {
        try (InputStream content = source.blob(layer)) {
            return FileFacts.read(content);
        }
    }

    private Optional<Difference> compare(String path, @Nullable FileFacts a, @Nullable FileFacts b) {
        if (a == null || b == null) {
            return Optional.of(new Difference(
                    where, layer + ", " + path, a == null ? "" : a.description(), b == null ? "" : b.description()));
        }
        List<String> differences = a.differences(b);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(difference(", " + path + ": " + String.join(", ", differences)));
    }

    private Difference difference(String words) {
        return new Difference(where, layer + words, "", "");
    }

    private List<Difference> shortened(List<Difference> all) {
        if (all.size() <= MOST_FILES) {
            return all;
        }
        List<Difference> some = new ArrayList<>(all.subList(0, MOST_FILES));
        some.add(difference(", " + (all.size() - MOST_FILES) + " more files"));
        return some;
    }
}
