package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.json.Json;
import dev.jrelease.registry.Registries;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The image {@code acme/base:1} for linux/amd64 in a registry: two layers, compressed otherwise than we would. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TestBase(FakeRegistry registry, List<byte[]> plain, List<Descriptor> layers, byte[] config, String digest) {

    static TestBase in(FakeRegistry registry) {
        return in(registry, MediaTypes.DOCKER_LAYER_GZIP);
    }

    static TestBase in(FakeRegistry registry, String layerType) {
        return in(
                registry,
                layerType,
                List.of(
                        new LayerBuilder()
                                .file("etc/one", 0644, "one ".repeat(20_000))
                                .tar(),
                        new LayerBuilder()
                                .file("etc/two", 0644, "two ".repeat(20_000))
                                .tar()));
    }

    /** @param plain its layers as tar files */
    static TestBase in(FakeRegistry registry, String layerType, List<byte[]> plain) {
        List<Descriptor> layers = plain.stream()
                .map(LayerBuilder::gzip)
                .map(gzip -> blob(registry, layerType, gzip))
                .toList();
        var config = Json.object().put("os", "linux").put("architecture", "amd64");
        var diffIds = config.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        plain.forEach(tar -> diffIds.add(Digest.of(tar).toString()));
        var manifest = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.DOCKER_MANIFEST);
        manifest.set(
                "config",
                blob(registry, MediaTypes.DOCKER_CONFIG, Json.bytes(config)).write());
        var array = manifest.putArray("layers");
        layers.forEach(layer -> array.add(layer.write()));
        String digest = registry.addManifest("acme/base", "1", MediaTypes.DOCKER_MANIFEST, Json.bytes(manifest));
        return new TestBase(registry, plain, layers, Json.bytes(config), digest);
    }

    private static Descriptor blob(FakeRegistry registry, String type, byte[] content) {
        registry.addBlob("acme/base", content);
        return new Descriptor(type, Digest.of(content), content.length);
    }

    /** Without its tag. */
    String name() {
        return registry.address() + "/acme/base";
    }

    List<String> digests() {
        return layers.stream().map(layer -> layer.digest().toString()).toList();
    }

    List<Descriptor> ociLayers() {
        return layers.stream()
                .map(layer -> layer.withMediaType(MediaTypes.toOci(layer.mediaType())))
                .toList();
    }

    void pulledBy(FakeDockerEngine engine) {
        engine.pulled(name() + ":1", name() + "@" + digest, config, plain);
    }

    /** As after an import: the engine has the same image, and knows of no registry. */
    void madeIn(FakeDockerEngine engine) {
        engine.pulled(name() + ":1", "", config, plain);
    }

    /** What is found of it in its registry. */
    BaseLayers known() {
        Environment environment = new Environment(Map.of(), Path.of("/nonexistent"), Path.of("/nonexistent"));
        var reference = ImageReference.parse(name() + ":1");
        try (Registries registries = new Registries(
                new PooledTransport(environment), Credentials.of(environment, new Redactor()), Pause.SLEEP)) {
            var repository = registries.repository(reference, Access.STRICT);
            return BaseLayers.of(
                    List.of((ImageManifest) repository.manifest("1")),
                    repository,
                    new InRepository(reference, Access.STRICT));
        }
    }
}
