package dev.jrelease.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A base image with a shell, of this machine's architecture: a {@code RUN} on it runs for real. */
final class ShellImage {
    private static final String OCI = "application/vnd.oci.image.";
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private ShellImage() {}

    /** Puts it into a registry. */
    static void addTo(FakeRegistry registry, String repository, String tag) throws IOException {
        byte[] layer = layer();
        ObjectNode config = Json.object().put("architecture", "amd64").put("os", "linux");
        config.putObject("config").putArray("Env").add("PATH=/bin");
        config.putObject("rootfs")
                .put("type", "layers")
                .putArray("diff_ids")
                .add(Digest.of(layer).toString());
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", OCI + "manifest.v1+json");
        manifest.set("config", add(registry, repository, "config.v1+json", bytes(config)));
        manifest.putArray("layers").add(add(registry, repository, "layer.v1.tar", layer));
        registry.addManifest(repository, tag, OCI + "manifest.v1+json", bytes(manifest));
    }

    private static ObjectNode add(FakeRegistry registry, String repository, String type, byte[] content) {
        return Json.object()
                .put("mediaType", OCI + type)
                .put("digest", registry.addBlob(repository, content))
                .put("size", content.length);
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] layer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry program = new TarArchiveEntry("bin/busybox");
            program.setSize(Files.size(BUSYBOX));
            program.setMode(0755);
            tar.putArchiveEntry(program);
            Files.copy(BUSYBOX, tar);
            tar.closeArchiveEntry();
            for (String name : List.of("sh", "sleep", "uname")) {
                TarArchiveEntry link = new TarArchiveEntry("bin/" + name, TarArchiveEntry.LF_SYMLINK);
                link.setLinkName("busybox");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
