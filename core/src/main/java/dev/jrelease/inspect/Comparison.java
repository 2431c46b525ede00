package dev.jrelease.inspect;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Platform;
import dev.jrelease.places.PlacedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two images or indexes. An image is compared with the child of an index for its platform.
 *
 * @param differences in the order of platforms, and for each: configuration, layers, files; empty if both are equal
 *     byte for byte
 */
public record Comparison(InspectReport a, InspectReport b, List<Difference> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    /**
     * Compares two images or indexes. Layers that differ are read.
     *
     * @throws ReleaseException if something cannot be read
     */
    public static Comparison of(PlacedImage a, PlacedImage b) throws InterruptedException {
        InspectReport first = new Inspector(a.source()).inspect(a.name(), a.manifest());
        InspectReport second = new Inspector(b.source()).inspect(b.name(), b.manifest());
        if (a.manifest().digest().equals(b.manifest().digest())) {
            return new Comparison(first, second, List.of());
        }
        try {
            return new Comparison(first, second, differences(first, a.source(), second, b.source()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw ReleaseException.couldNot(Inspector.blame(unreadable), "compare " + a.name() + " with " + b.name())
                    .because(unreadable)
                    .build();
        }
    }

    /** Whether both are equal byte for byte. */
    public boolean identical() {
        return differences.isEmpty();
    }

    /** Both names with their digests, and a line for each difference. */
    public String text() {
        StringBuilder text = new StringBuilder(new Columns("")
                .row("A", a.name(), a.manifest().digest().toString())
                .row("B", b.name(), b.manifest().digest().toString())
                .text());
        text.append(identical() ? "\nidentical\n" : "");
        differences.stream()
                .collect(Collectors.groupingBy(Difference::where, LinkedHashMap::new, Collectors.toList()))
                .forEach((where, some) -> {
                    text.append('\n').append(where.isEmpty() ? "" : where + "\n");
                    some.forEach(
                            difference -> text.append("  ").append(difference).append('\n'));
                });
        return text.toString();
    }

    private static List<Difference> differences(
            InspectReport a, ImageSource sourceA, InspectReport b, ImageSource sourceB)
            throws IOException, InterruptedException {
        Map<String, Child.Image> imagesA = images(a);
        Map<String, Child.Image> imagesB = images(b);
        List<Difference> all = new ArrayList<>(others(a, b));
        if (imagesA.size() == 1 && imagesB.size() == 1) {
            ImageDetails one = imagesA.values().iterator().next().details();
            ImageDetails two = imagesB.values().iterator().next().details();
            all.addAll(new ImageComparison("", sourceA, sourceB).compare(one, two));
            return all.isEmpty() ? List.of(onlyTheIndex(a, b)) : all;
        }
        TreeSet<String> platforms = new TreeSet<>(imagesA.keySet());
        platforms.addAll(imagesB.keySet());
        for (String platform : platforms) {
            Child.@Nullable Image one = imagesA.get(platform);
            Child.@Nullable Image two = imagesB.get(platform);
            if (one == null || two == null) {
                all.add(new Difference("", platform, digest(one), digest(two)));
            } else {
                all.addAll(new ImageComparison(platform, sourceA, sourceB).compare(one.details(), two.details()));
            }
        }
        all.sort(Comparator.comparing(Difference::where));
        return all.isEmpty() ? List.of(onlyTheIndex(a, b)) : all;
    }

    private static String digest(Child.@Nullable Image image) {
        return image == null ? "" : image.descriptor().digest().toString();
    }

    private static Difference onlyTheIndex(InspectReport a, InspectReport b) {
        String what = a.manifest() instanceof ImageIndex && b.manifest() instanceof ImageIndex
                ? DocumentComparison.words(
                        "indexes", a.manifest().bytes(), b.manifest().bytes())
                : "one is the image itself, the other an index that names it";
        return new Difference("", what, "", "");
    }

    /** The images by platform; several for one platform are numbered. */
    private static Map<String, Child.Image> images(InspectReport inspection) {
        Map<String, Child.Image> images = new LinkedHashMap<>();
        for (Child child : inspection.children()) {
            if (child instanceof Child.Image image) {
                String platform = label(image.platform());
                String key = platform;
                for (int i = 2; images.containsKey(key); i++) {
                    key = platform + " #" + i;
                }
                images.put(key, image);
            }
        }
        return images;
    }

    /** The normal form of a platform. */
    private static String label(Platform platform) {
        Platform plain = Platform.of(platform.os(), platform.architecture());
        boolean usual = plain.matches(platform) && !platform.architecture().equals("arm");
        String version = platform.osVersion();
        return (usual ? plain : platform.withVariant()) + (version.isEmpty() ? "" : " (" + version + ")");
    }

    private static List<Difference> others(InspectReport a, InspectReport b) {
        long ofA = a.children().stream()
                .filter(child -> !(child instanceof Child.Image))
                .count();
        long ofB = b.children().stream()
                .filter(child -> !(child instanceof Child.Image))
                .count();
        return ofA == ofB
                ? List.of()
                : List.of(new Difference("", "attestations and others", ofA + " manifests", ofB + " manifests"));
    }
}
