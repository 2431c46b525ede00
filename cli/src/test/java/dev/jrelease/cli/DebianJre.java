package dev.jrelease.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A base image of Debian's packages with a Java runtime, for two platforms. What is downloaded is kept. */
final class DebianJre {
    private static final Path KEPT = Path.of("target/debian-jre").toAbsolutePath();

    private DebianJre() {}

    /** Puts it into a registry. */
    static void addTo(FakeRegistry registry, String repository, String tag) throws IOException, InterruptedException {
        Tool.run("../scripts/debian-jre", KEPT.toString());
        List<ObjectNode> images = new ArrayList<>();
        for (String architecture : List.of("amd64", "arm64")) {
            byte[] layer = Files.readAllBytes(KEPT.resolve(architecture + ".tar"));
            ObjectNode image = PushedImage.add(registry, repository, tag + "-" + architecture, architecture, layer);
            image.putObject("platform").put("os", "linux").put("architecture", architecture);
            images.add(image);
        }
        PushedImage.addIndex(registry, repository, tag, images.toArray(ObjectNode[]::new));
    }
}
