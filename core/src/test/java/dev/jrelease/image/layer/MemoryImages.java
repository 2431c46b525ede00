package dev.jrelease.image.layer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images that exist for one test only. */
public final class MemoryImages implements ImageSource {
    private final Map<Digest, byte[]> blobs = new HashMap<>();
    private final Map<Digest, Manifest> manifests = new HashMap<>();

    /** The digests of the blobs that were opened, in order. */
    private final List<Digest> opened = new ArrayList<>();

    public List<Digest> opened() {
        return opened;
    }

    public Descriptor blob(String mediaType, byte[] content) {
        Digest digest = Digest.of(content);
        blobs.put(digest, content);
        return new Descriptor(mediaType, digest, content.length);
    }

    /** Stores an image of plain layers, whose configuration gets their diff ids. */
    public ImageManifest image(ObjectNode config, LayerBuilder... layers) {
        List<Descriptor> descriptors = new ArrayList<>();
        var diffIds = config.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        for (LayerBuilder layer : layers) {
            byte[] tar = layer.tar();
            diffIds.add(Digest.of(tar).toString());
            descriptors.add(blob(MediaTypes.OCI_LAYER_GZIP, LayerBuilder.gzip(tar)));
        }
        return image(config, descriptors);
    }

    public ImageManifest image(ObjectNode config, List<Descriptor> layers) {
        ImageManifest manifest = ImageManifest.of(blob(MediaTypes.OCI_CONFIG, Json.bytes(config)), layers);
        manifests.put(manifest.digest(), manifest);
        return manifest;
    }

    public ImageIndex index(List<Descriptor> children) {
        ImageIndex index = ImageIndex.of(children);
        manifests.put(index.digest(), index);
        return index;
    }

    @Override
    public Manifest manifest(Digest digest) {
        Manifest manifest = manifests.get(digest);
        if (manifest == null) {
            throw new IllegalArgumentException("no manifest " + digest);
        }
        return manifest;
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        byte[] content = blobs.get(blob.digest());
        if (content == null) {
            throw new IOException("no blob " + blob.digest());
        }
        opened.add(blob.digest());
        return new ByteArrayInputStream(content);
    }
}
