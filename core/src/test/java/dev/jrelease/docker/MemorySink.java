package dev.jrelease.docker;

import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Keeps images in memory, and counts how often it had to compress. */
final class MemorySink implements LayerSink {
    final Map<Digest, byte[]> content = new ConcurrentHashMap<>();
    final AtomicInteger compressed = new AtomicInteger();
    final Map<Digest, InRepository> elsewhere = new ConcurrentHashMap<>();
    private final Map<Digest, Descriptor> layers = new ConcurrentHashMap<>();

    private final Queue<Hindrance> hindrances = new ConcurrentLinkedQueue<>();

    /** Something that keeps a layer from being written. */
    interface Hindrance {
        void happen() throws IOException, InterruptedException;
    }

    /** Lets this happen before the next layer is written. */
    void beforeNext(Hindrance hindrance) {
        hindrances.add(hindrance);
    }

    @Override
    public boolean hasBlob(Descriptor blob) {
        return content.containsKey(blob.digest()) || elsewhere.containsKey(blob.digest());
    }

    @Override
    public boolean hasManifest(Digest digest) {
        return content.containsKey(digest);
    }

    @Override
    public void writeBlob(Descriptor blob, Content from) throws IOException {
        try (InputStream in = from.open()) {
            byte[] bytes = in.readAllBytes();
            if (!Digest.of(bytes).equals(blob.digest()) || bytes.length != blob.size()) {
                throw new IOException(blob.digest() + " has other content");
            }
            content.put(blob.digest(), bytes);
        }
    }

    @Override
    public void writeManifest(Manifest manifest) {
        for (Descriptor part : manifest.references()) {
            if (!hasBlob(part)) {
                throw new IllegalArgumentException("not there: " + part);
            }
        }
        content.put(manifest.digest(), manifest.bytes());
    }

    @Override
    public Optional<Descriptor> layer(Digest diffId) {
        return Optional.ofNullable(layers.get(diffId));
    }

    @Override
    public Descriptor writeLayer(InputStream uncompressed) throws IOException, InterruptedException {
        compressed.incrementAndGet();
        Hindrance hindrance = hindrances.poll();
        if (hindrance != null) {
            hindrance.happen();
        }
        byte[] tar = uncompressed.readAllBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tar);
        }
        byte[] bytes = out.toByteArray();
        Descriptor layer = new Descriptor(MediaTypes.OCI_LAYER_GZIP, Digest.of(bytes), bytes.length);
        content.put(layer.digest(), bytes);
        layers.put(Digest.of(tar), layer);
        return layer;
    }

    @Override
    public Written writeLayer(InputStream uncompressed, BaseLayers base) throws IOException, InterruptedException {
        byte[] tar = uncompressed.readAllBytes();
        Optional<Descriptor> known = base.layer(Digest.of(tar)).or(() -> layer(Digest.of(tar)));
        Descriptor layer = known.isPresent() ? known.get() : writeLayer(new ByteArrayInputStream(tar));
        return new Written(Digest.of(tar), layer);
    }

    @Override
    public void noteElsewhere(Descriptor layer, InRepository place) {
        elsewhere.put(layer.digest(), place);
    }

    byte[] get(Digest digest) {
        byte[] bytes = content.get(digest);
        if (bytes == null) {
            throw new AssertionError(digest + " was never written");
        }
        return bytes;
    }
}
