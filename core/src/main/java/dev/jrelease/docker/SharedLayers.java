package dev.jrelease.docker;

import dev.jrelease.image.Descriptor;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Sees to it that a layer that several images share is compressed once, even while they are exported side by side:
 * who meets it first writes it, the others pass over their copy and take the first one's result.
 */
final class SharedLayers {
    private final Map<Layer, CompletableFuture<Descriptor>> claims = new ConcurrentHashMap<>();

    /**
     * @param place where it is written
     * @param name in the engine's archives, where it stands for the content
     */
    private record Layer(Object place, String name) {}

    /** A layer that is written, or being written by someone else. */
    interface Claim {
        /**
         * Waits for the layer.
         *
         * @throws LostLayerException if the other one has failed; then the layer is free to be claimed again
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
