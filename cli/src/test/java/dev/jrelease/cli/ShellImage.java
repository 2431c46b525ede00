package dev.jrelease.cli;

import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;

/** A base image with a shell, of this machine's architecture: a {@code RUN} on it runs for real. */
final class ShellImage {
    private ShellImage() {}

    /** Puts it into a registry. */
    static void addTo(FakeRegistry registry, String repository, String tag) throws IOException {
        PushedImage.add(
                registry,
                repository,
                tag,
                "amd64",
                new MachineLayer().shell("sh", "sleep", "uname").bytes());
    }
}
