package dev.jrelease.docker;

import dev.jrelease.image.Descriptor;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Compresses a layer once even if several exports contain it at the same time: the first one writes it, the others skip
 * their copy and use the result.
 */
final class SharedLayers {
    private final Map<Layer, CompletableFuture<Descriptor>> claims = new ConcurrentHashMap<>();

    /**
     *
     * @param place the sink
     * @param name of the layer in the engine's archives, which identifies its content
     */
    private record Layer(Object place, String name) {}

    /** A layer that is written, or is being written by another export. */
    interface Claim {
        /**
         * Waits for the layer.
         *
         * @throws SharedLayerException if the other export has failed; another export may then write the layer
         */
        Descriptor descriptor() throws IOException, InterruptedException;
    }

    interface Write {
        Descriptor write() throws IOException, InterruptedException;
    }

    Claim claim(Object place, String name, Write write) throws IOException, InterruptedException {
        Layer layer = new Layer(place, name);
        CompletableFuture<Descriptor> mine = new CompletableFuture<>();
        CompletableFuture<Descriptor> first = claims.putIfAbsent(layer, mine);
        if (first != null) {
            return () -> await(first);
        }
        try {
            mine.complete(write.write());
        } finally {
            if (!mine.isDone()) {
                claims.remove(layer, mine);
                mine.cancel(false);
            }
        }
        return () -> await(mine);
    }

    private static Descriptor await(CompletableFuture<Descriptor> layer) throws IOException, InterruptedException {
        try {
            return layer.get();
        } catch (ExecutionException | CancellationException failed) {
            throw new SharedLayerException(failed);
        }
    }
}
