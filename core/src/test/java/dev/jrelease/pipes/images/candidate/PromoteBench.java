package dev.jrelease.pipes.images.candidate;

import dev.jrelease.Releaser;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.Candidate;
import dev.jrelease.failure.Problems;
import dev.jrelease.git.GitEnvironment;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A repository with tags, images that a candidate left in registries, and the promotion of them. */
final class PromoteBench implements AutoCloseable {
    private final GitWorkspace workspace;
    private final Environment environment;
    private final Registries registries;
    private ReleaseListener listener = (_, _) -> {};

    /** At a commit that is both {@code v1.2.3-rc.1} and {@code v1.2.3}. */
    PromoteBench(Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder)
                .write("Dockerfile", "FROM scratch\n")
                .write(".gitignore", "dist\n")
                .commit("First")
                .tag("v1.2.3-rc.1")
                .tag("v1.2.3");
        environment = GitEnvironment.of(workspace);
        registries = new Registries(
                new PooledTransport(environment), Credentials.of(environment, new Redactor()), Pause.SLEEP);
    }

    GitWorkspace workspace() {
        return workspace;
    }

    /** Tells what happens, and so lets others act in between. */
    PromoteBench heardBy(ReleaseListener other) {
        listener = other;
        return this;
    }

    Repository open(String name) {
        return registries.repository(ImageReference.parse(name), Access.STRICT);
    }

    /** Pushes an image that says the version of the candidate. */
    ImageManifest image(String repository, String architecture) {
        var config = Json.object().put("os", "linux").put("architecture", architecture);
        config.putObject("config").putObject("Labels").put("org.opencontainers.image.version", "1.2.3-rc.1");
        ImageManifest image = ImageManifest.of(
                blob(repository, MediaTypes.OCI_CONFIG, Json.bytes(config)),
                List.of(blob(repository, MediaTypes.OCI_LAYER_GZIP, bytes("a layer for " + architecture))));
        open(repository).writeManifest(image);
        return image;
    }

    /** Pushes the index of both architectures. */
    ImageIndex index(String repository) {
        return ImageIndex.of(List.of(child(repository, "amd64"), child(repository, "arm64")));
    }

    private Descriptor child(String repository, String architecture) {
        return image(repository, architecture).descriptor().withPlatform(Platform.of("linux", architecture));
    }

    /** Pushes images and their index as {@link PromoteContract#yaml} names them. */
    ImageIndex candidate(String repository, String version) {
        ImageIndex index = index(repository);
        tag(repository, index, version);
        for (Descriptor child : index.manifests()) {
            String architecture = child.platform().orElseThrow().architecture();
            tag(repository, open(repository).manifest(child.digest()), version + "-" + architecture);
        }
        return index;
    }

    /** Something other than any candidate. */
    Manifest other(String repository, String version) {
        var config = Json.object().put("os", "linux").put("architecture", "amd64");
        config.putObject("config").putObject("Labels").put("org.opencontainers.image.version", version);
        return ImageManifest.of(blob(repository, MediaTypes.OCI_CONFIG, Json.bytes(config)), List.of());
    }

    void tag(String repository, Manifest manifest, String... tags) {
        List.of(tags).forEach(tag -> open(repository).writeTag(tag, manifest));
    }

    Descriptor blob(String repository, String type, byte[] content) {
        Descriptor blob = new Descriptor(type, Digest.of(content), content.length);
        try {
            open(repository).writeBlob(blob, () -> new ByteArrayInputStream(content));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return blob;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Optional<Digest> held(String repository, String tag) {
        return open(repository).resolve(tag).map(Descriptor::digest);
    }

    ReleaseReport promote(String yaml) throws InterruptedException {
        return promote(yaml, ReleaseOptions.release(), new Candidate("1.2.3-rc.1", false));
    }

    ReleaseReport promote(String yaml, ReleaseOptions options, Candidate candidate) throws InterruptedException {
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            Problems problems = new Problems();
            ReleaseOptions all = options.tag().isPresent() ? options : options.as("1.2.3");
            return releaser.release(
                    releaser.plan(ConfigFile.of(".release.yaml", yaml), all.promoting(candidate), problems), listener);
        }
    }

    @Override
    public void close() {
        registries.close();
    }
}
