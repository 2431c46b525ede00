package dev.jrelease.image;

import dev.jrelease.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images for seven platforms that are the same on every machine. Their configurations state no variants. */
public final class SevenImages {
    private static final byte[] LAYER = "the layer of all of them".getBytes(StandardCharsets.UTF_8);

    private final boolean docker;

    private SevenImages(boolean docker) {
        this.docker = docker;
    }

    public static SevenImages ofDockersTypes() {
        return new SevenImages(true);
    }

    public static SevenImages ofOcisTypes() {
        return new SevenImages(false);
    }

    /** The tags that they are pushed under, with the platforms that an index states. */
    public static Map<String, Platform> platforms() {
        Map<String, Platform> all = new LinkedHashMap<>();
        all.put("1.0-amd64", Platform.of("linux", "amd64"));
        all.put("1.0-armv6", Platform.of("linux", "arm", "v6"));
        all.put("1.0-armv7", Platform.of("linux", "arm", "v7"));
        all.put("1.0-arm64", Platform.of("linux", "arm64", "v8"));
        all.put("1.0-386", Platform.of("linux", "386"));
        all.put("1.0-ppc64le", Platform.of("linux", "ppc64le"));
        all.put("1.0-s390x", Platform.of("linux", "s390x"));
        return all;
    }

    /** Writes them to a place; they are returned by tag. */
    public Map<String, ImageManifest> write(ImageSink sink) throws IOException {
        Map<String, ImageManifest> images = new LinkedHashMap<>();
        for (Map.Entry<String, Platform> each : platforms().entrySet()) {
            images.put(each.getKey(), write(each.getKey(), each.getValue(), sink));
        }
        return images;
    }

    private ImageManifest write(String name, Platform platform, ImageSink sink) throws IOException {
        byte[] config = Json.bytes(Json.object()
                .put("architecture", platform.architecture())
                .put("os", platform.os())
                .put("comment", name)
                .set("rootfs", Json.object().put("type", "layers").set("diff_ids", Json.array())));
        ImageManifest oci = ImageManifest.of(
                blob(MediaTypes.OCI_CONFIG, config, sink), List.of(blob(MediaTypes.OCI_LAYER, LAYER, sink)));
        ImageManifest image = docker ? DockerImage.of(oci) : oci;
        sink.writeManifest(image);
        return image;
    }

    private static Descriptor blob(String type, byte[] content, ImageSink sink) throws IOException {
        Descriptor blob = new Descriptor(type, Digest.of(content), content.length);
        sink.writeBlob(blob, () -> new ByteArrayInputStream(content));
        return blob;
    }
}
