package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.nio.file.Path;

/** Serves a folder as a registry until its standard input ends: {@code FakeRegistryServer FOLDER [PORT]}. */
public final class FakeRegistryServer {
    private FakeRegistryServer() {}

    /** Prints {@code localhost:PORT} when the registry is ready; without a port it takes a free one. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: FakeRegistryServer FOLDER [PORT]");
            System.exit(2);
        }
        int port = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 0;
        try (FakeRegistry registry = FakeRegistry.builder()
                .storingIn(Path.of(arguments[0]))
                .port(port)
                .start()) {
            System.out.println(registry.address());
            while (System.in.read() >= 0) {
                // Whatever is typed, only the end counts.
            }
        }
    }
}
