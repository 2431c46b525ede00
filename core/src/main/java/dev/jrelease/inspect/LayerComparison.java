package dev.jrelease.inspect;

import dev.jrelease.image.ContentMismatchException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.layer.BrokenLayerException;
import dev.jrelease.image.layer.UnreadableLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the files that differ between two layers. */
final class LayerComparison {
    private static final int MOST_FILES = 50;

    private final String where;
    private final String layer;

    /**
     *
     * @param layer its name in the output
     */
    LayerComparison(String where, String layer) {
        this.where = where;
        this.layer = layer;
    }

    /** A layer, with its diff id from the image's configuration; empty if that has none. */
    record LayerSide(ImageSource source, Descriptor layer, String diffId) {}

    /**
     * The files of a layer.
     *
     * @param broken what is wrong with the layer; the files are then those before the damage
     */
    private record Contents(SortedMap<String, FileFacts> files, Optional<String> broken) {}

    List<Difference> compare(LayerSide sideA, LayerSide sideB) throws IOException, InterruptedException {
        Contents a;
        Contents b;
        try {
            a = read(sideA);
            b = read(sideB);
        } catch (UnreadableLayerException unreadable) {
            return List.of(difference(", its files are not compared: " + unreadable.getMessage()));
        }
        List<Difference> all = new ArrayList<>();
        a.broken.ifPresent(words -> all.add(difference(" of A is broken: " + words)));
        b.broken.ifPresent(words -> all.add(difference(" of B is broken: " + words)));
        boolean whole = all.isEmpty();
        TreeSet<String> paths = new TreeSet<>(a.files.keySet());
        paths.addAll(b.files.keySet());
        for (String path : paths) {
            boolean inBoth = a.files.containsKey(path) && b.files.containsKey(path);
            if (whole || inBoth) {
                compare("/" + path, a.files.get(path), b.files.get(path)).ifPresent(all::add);
            }
        }
        if (all.isEmpty()) {
            all.add(difference(" has the same files, written in another order or form"));
        }
        return shortened(all);
    }

    private static Contents read(LayerSide side) throws IOException, InterruptedException {
        if (side.layer.isForeign()) {
            throw new UnreadableLayerException(
                    "it lies at " + side.layer.foreignUrls().getFirst());
        }
        SortedMap<String, FileFacts> files = new TreeMap<>();
        try (InputStream content = side.source.blob(side.layer)) {
            Digest diffId = FileFacts.read(content, side.layer, files);
            boolean asSaid = side.diffId.isEmpty() || side.diffId.equals(diffId.toString());
            return new Contents(
                    files,
                    asSaid
                            ? Optional.empty()
                            : Optional.of("its content is " + diffId + ", but its diff id is " + side.diffId));
        } catch (BrokenLayerException | ContentMismatchException broken) {
            return new Contents(
                    files, Optional.of(broken.getMessage() + "; only files that were read of both are compared"));
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
