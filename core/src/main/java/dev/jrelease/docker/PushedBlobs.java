package dev.jrelease.docker;

import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.CompressedLayers.Compressed;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.DigestStream;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.LayerSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * The blobs that an engine pushes. Layers go into a sink, compressed as those of archives are; configurations are kept
 * in memory.
 */
final class PushedBlobs {
    private static final int BUFFER = 64 * 1024;
    private static final int GZIP = 0x1f;

    private final LayerSink sink;
    private final CompressedLayers before;
    private final Map<Digest, Descriptor> base = new ConcurrentHashMap<>();
    private final Map<Digest, Long> known = new ConcurrentHashMap<>();
    private final Set<Digest> awaited = ConcurrentHashMap.newKeySet();
    private final Map<Digest, byte[]> configs = new ConcurrentHashMap<>();

    /** @param before what engines have compressed earlier */
    PushedBlobs(LayerSink sink, CompressedLayers before) {
        this.sink = sink;
        this.before = before;
    }

    /** The engine need not push these, if it knows them by the digests that they have in their registry. */
    void offer(BaseLayers layers) {
        base.putAll(layers.layers());
        layers.layers().values().forEach(layer -> known.put(layer.digest(), layer.size()));
    }

    /** The configuration is kept if it is pushed. Others are not: any program of this machine may send some. */
    void await(Digest config) {
        awaited.add(config);
    }

    /** The size of a blob that need not be pushed. */
    Optional<Long> size(Digest blob) {
        return Optional.ofNullable(known.get(blob))
                .or(() -> before.find(blob)
                        .filter(layer -> base.containsKey(layer.diffId())
                                || sink.layer(layer.diffId()).isPresent())
                        .map(Compressed::size));
    }

    Optional<byte[]> config(Digest digest) {
        return Optional.ofNullable(configs.get(digest));
    }

    /**
     * Takes a blob; its first byte shows whether it is a layer.
     *
     * @return its size
     */
    long take(InputStream content) throws IOException, InterruptedException {
        Incoming blob = new Incoming(content);
        BufferedInputStream in = new BufferedInputStream(blob, BUFFER);
        in.mark(1);
        int first = in.read();
        in.reset();
        byte[] config = {};
        Optional<Digest> diffId = Optional.empty();
        if (first == GZIP) {
            BaseLayers all = new BaseLayers(base, Optional.empty());
            diffId = Optional.of(
                    sink.writeLayer(new GZIPInputStream(in, BUFFER), all).diffId());
        } else {
            config = in.readNBytes(ImageSource.MAX_SMALL_BLOB);
        }
        in.transferTo(OutputStream.nullOutputStream());
        return blob.end(config, diffId);
    }

    private final class Incoming extends DigestStream {
        Incoming(InputStream content) {
            super(content);
        }

        private long end(byte[] config, Optional<Digest> diffId) {
            Digest digest = digest();
            diffId.ifPresent(layer -> before.keep(digest, new Compressed(layer, size())));
            if (config.length == size() && awaited.contains(digest)) {
                configs.put(digest, config);
            }
            known.put(digest, size());
            return size();
        }
    }
}
