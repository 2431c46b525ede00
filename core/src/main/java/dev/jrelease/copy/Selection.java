package dev.jrelease.copy;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.places.Capacity;
import dev.jrelease.places.PlacedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses what is copied of an image or index. */
record Selection(PlacedImage image, CopyRequest request, Capacity capacity) {
    private static final String SUBJECT = "vnd.docker.reference.digest";

    Manifest manifest() {
        return switch (image.manifest()) {
            case ImageManifest single -> checked(single);
            case ImageIndex index -> chosen(index);
        };
    }

    private ImageManifest checked(ImageManifest single) {
        Platform own = image.source().config(single).platform();
        List<Platform> others = request.platforms().stream()
                .filter(platform -> !platform.matches(own))
                .toList();
        if (!others.isEmpty()) {
            throw failure("it is an image for " + own + ", not for " + text(others))
                    .build();
        }
        return single;
    }

    private Manifest chosen(ImageIndex index) {
        List<Platform> platforms = wanted(index);
        if (platforms.isEmpty()) {
            return index;
        }
        Set<Digest> images = platforms.stream()
                .map(platform -> child(index, platform).digest())
                .collect(Collectors.toSet());
        return images.size() == 1
                ? image.source().manifest(images.iterator().next())
                : index.only(child -> images.contains(child.digest()) || isAbout(child, images));
    }

    /** The platforms to copy; none for the whole index. */
    private List<Platform> wanted(ImageIndex index) {
        boolean whole = request.platforms().isEmpty() && (request.all() || capacity.usual());
        if (!capacity.whole() && (whole || request.platforms().size() > 1)) {
            throw failure(request.to().text() + " holds an image for one platform only")
                    .hint("choose one with --platform: " + text(platforms(index)))
                    .build();
        }
        if (!request.platforms().isEmpty() || whole) {
            return request.platforms();
        }
        return List.of(capacity.own()
                .orElseThrow(() -> failure("it is for several platforms: " + text(platforms(index)))
                        .hint("choose with --platform, or copy all with --all")
                        .build()));
    }

    private Descriptor child(ImageIndex index, Platform platform) {
        return index.manifests().stream()
                .filter(child -> child.platform().filter(platform::matches).isPresent())
                .findFirst()
                .orElseThrow(() -> failure("it has no image for " + platform)
                        .hint("its platforms are " + text(platforms(index)))
                        .build());
    }

    /** Whether this is the attestation of one of these images. */
    private static boolean isAbout(Descriptor child, Set<Digest> images) {
        return Digest.parse(child.annotations().getOrDefault(SUBJECT, ""))
                .filter(images::contains)
                .isPresent();
    }

    private static List<Platform> platforms(ImageIndex index) {
        return index.manifests().stream()
                .flatMap(child -> child.realPlatform().stream())
                .toList();
    }

    private static String text(List<Platform> platforms) {
        return platforms.stream().map(Platform::toString).collect(Collectors.joining(", "));
    }

    private ReleaseException.Builder failure(String why) {
        return ReleaseException.couldNot(FailureKind.USAGE, "copy " + image.name())
                .because(why);
    }
}
