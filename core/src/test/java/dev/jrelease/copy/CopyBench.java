package dev.jrelease.copy;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.TaggedImages;
import dev.jrelease.image.Transfer;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.places.Places;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.secret.Redactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies in a folder, each copy as one run of the program. */
record CopyBench(Path folder, Map<String, String> variables) {
    static final Platform AMD64 = Platform.of("linux", "amd64");
    static final Platform ARM64 = Platform.of("linux", "arm64");

    /** How blobs came to where they are, and what was said besides. */
    record Outcome(Manifest manifest, List<Transfer.State> blobs, List<String> messages) {}

    Outcome copy(String from, String to, Platform... platforms) throws InterruptedException {
        return copy(from, to, false, platforms);
    }

    Outcome copyAll(String from, String to) throws InterruptedException {
        return copy(from, to, true);
    }

    private Outcome copy(String from, String to, boolean all, Platform... platforms) throws InterruptedException {
        List<Transfer.State> blobs = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        ReleaseListener listener = (event, _) -> {
            switch (event) {
                case ReleaseEvent.Transferred(var _, Transfer transfer) -> blobs.add(transfer.state());
                case ReleaseEvent.Message(var _, String text) -> messages.add(text);
                case ReleaseEvent.Warning(var _, var _, String text) -> messages.add("warning: " + text);
                default -> {}
            }
        };
        try (Images images = images();
                Places places = images.places(Access.STRICT)) {
            CopyRequest request = new CopyRequest(places.place(from), places.place(to), List.of(platforms), all, 4);
            Manifest copied = new Copy(places, request, new ReleaseEvents(listener)).run();
            blobs.removeIf(state -> state == Transfer.State.PLANNED || state == Transfer.State.SENDING);
            return new Outcome(copied, blobs, messages);
        }
    }

    private Images images() {
        return new Images(new Environment(variables, folder, folder), new Redactor(), _ -> {});
    }

    /** The manifest or index of a place. */
    Manifest read(String place) throws InterruptedException {
        try (Images images = images();
                Places places = images.places(Access.STRICT)) {
            return places.image(place).manifest();
        }
    }

    /** What refers to the image of a place, and the digests of tags that begin with its digest. */
    List<Descriptor> referrers(String place) throws InterruptedException {
        try (Images images = images();
                Places places = images.places(Access.STRICT)) {
            PlacedImage image = places.image(place);
            return ((TaggedImages) image.source()).referrers(image.manifest().digest());
        }
    }

    /** Fails unless every blob of an image or index can be read in its place. */
    void readAll(String place) throws IOException, InterruptedException {
        try (Images images = images();
                Places places = images.places(Access.STRICT)) {
            PlacedImage image = places.image(place);
            for (ImageManifest each : ImageCopy.images(image.manifest(), image.source())) {
                for (Descriptor blob : each.references()) {
                    try (var content = image.source().blob(blob)) {
                        content.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
    }

    /** The blobs of an image or index, each once. */
    Set<Digest> blobs(String place) throws InterruptedException {
        try (Images images = images();
                Places places = images.places(Access.STRICT)) {
            PlacedImage image = places.image(place);
            return ImageCopy.images(image.manifest(), image.source()).stream()
                    .flatMap(each -> each.references().stream())
                    .map(Descriptor::digest)
                    .collect(Collectors.toSet());
        }
    }

    /** Writes an index of two platforms into the layout "made", with what refers to it and to one image. */
    ImageIndex makeIndex() throws IOException, InterruptedException {
        try (OciLayout layout = OciLayout.create(folder.resolve("made"))) {
            ImageManifest amd64 = image(layout, "amd64", 1);
            ImageManifest arm64 = image(layout, "arm64", 2);
            ImageIndex index = ImageIndex.of(
                    List.of(
                            amd64.descriptor().withPlatform(AMD64),
                            arm64.descriptor().withPlatform(ARM64)),
                    Map.of("org.opencontainers.image.version", "1.0"));
            layout.writeManifest(index);
            layout.tag("1.0", index.descriptor());
            layout.list(signature(layout, index.digest(), "of the index").descriptor());
            layout.list(signature(layout, arm64.digest(), "of one image").descriptor());
            layout.tag(
                    index.digest().asTag() + ".sig",
                    signature(layout, amd64.digest(), "by a tag").descriptor());
            return index;
        }
    }

    /** Writes an image with Docker's types and white space of its own into the layout "made". */
    Manifest makeDockerImage() throws IOException, InterruptedException {
        try (OciLayout layout = OciLayout.create(folder.resolve("made"))) {
            ImageManifest oci = image(layout, "amd64", 3);
            String text = """
                    {
                       "schemaVersion": 2,
                       "mediaType": "%s",
                       "config": %s,
                       "layers": [%s]
                    }""".formatted(
                            MediaTypes.DOCKER_MANIFEST,
                            oci.config().withMediaType(MediaTypes.DOCKER_CONFIG).write(),
                            oci.layers()
                                    .getFirst()
                                    .withMediaType(MediaTypes.DOCKER_LAYER_GZIP)
                                    .write());
            Manifest docker = Manifest.read(MediaTypes.DOCKER_MANIFEST, text.getBytes(StandardCharsets.UTF_8));
            layout.writeManifest(docker);
            layout.tag("docker", docker.descriptor());
            return docker;
        }
    }

    /** Writes an image of which one layer is to be had elsewhere, with these types, into the layout "made". */
    ImageManifest makeForeign(String manifestType, String foreignType) throws IOException, InterruptedException {
        try (OciLayout layout = OciLayout.create(folder.resolve("made"))) {
            ImageManifest own = image(layout, "amd64", 4);
            boolean docker = manifestType.equals(MediaTypes.DOCKER_MANIFEST);
            String text = """
                    {"schemaVersion": 2, "mediaType": "%s", "config": %s, "layers": [
                      {"mediaType": "%s", "digest": "%s", "size": 7, "urls": ["https://example.com/layer"]}, %s]}
                    """.formatted(
                            manifestType,
                            own.config()
                                    .withMediaType(docker ? MediaTypes.DOCKER_CONFIG : MediaTypes.OCI_CONFIG)
                                    .write(),
                            foreignType,
                            Digest.of(new byte[7]),
                            own.layers()
                                    .getFirst()
                                    .withMediaType(docker ? MediaTypes.DOCKER_LAYER_GZIP : MediaTypes.OCI_LAYER_GZIP)
                                    .write());
            Manifest image = Manifest.read(manifestType, text.getBytes(StandardCharsets.UTF_8));
            layout.writeManifest(image);
            layout.tag("foreign", image.descriptor());
            return (ImageManifest) image;
        }
    }

    private static ImageManifest image(LayerSink sink, String architecture, int content)
            throws IOException, InterruptedException {
        byte[] tar = new byte[1024 * content];
        Descriptor layer = sink.writeLayer(new ByteArrayInputStream(tar));
        String config = """
                {"architecture":"%s","os":"linux","rootfs":{"type":"layers","diff_ids":["%s"]}}""".formatted(architecture, Digest.of(tar));
        ImageManifest image = ImageManifest.of(
                blob(sink, MediaTypes.OCI_CONFIG, config.getBytes(StandardCharsets.UTF_8)), List.of(layer));
        sink.writeManifest(image);
        return image;
    }

    private static Manifest signature(LayerSink sink, Digest subject, String text) throws IOException {
        Descriptor empty = blob(sink, "application/vnd.oci.empty.v1+json", "{}".getBytes(StandardCharsets.UTF_8));
        Descriptor content = blob(sink, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        String manifest =
                """
                {"schemaVersion":2,"mediaType":"%s","artifactType":"text/signature","config":%s,"layers":[%s],\
                "subject":{"mediaType":"%s","digest":"%s","size":2}}""".formatted(MediaTypes.OCI_MANIFEST, empty.write(), content.write(), MediaTypes.OCI_INDEX, subject);
        Manifest signature = Manifest.read("", manifest.getBytes(StandardCharsets.UTF_8));
        sink.writeManifest(signature);
        return signature;
    }

    private static Descriptor blob(LayerSink sink, String type, byte[] content) throws IOException {
        Descriptor blob = new Descriptor(type, Digest.of(content), content.length);
        sink.writeBlob(blob, () -> new ByteArrayInputStream(content));
        return blob;
    }

    static Optional<Digest> child(Manifest index, Platform platform) {
        return Stream.of(index)
                .flatMap(root -> root.references().stream())
                .filter(child -> child.platform().filter(platform::matches).isPresent())
                .map(Descriptor::digest)
                .findFirst();
    }
}
