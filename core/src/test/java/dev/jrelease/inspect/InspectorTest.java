package dev.jrelease.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.json.Json;
import dev.jrelease.text.ByteSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InspectorTest {
    private final MemoryImages images = new MemoryImages();
    private final ImageManifest amd64 = images.image(
            Samples.config(
                    "amd64",
                    "{'Entrypoint':['/app','a b'],'Cmd':['-v'],'Env':['A=1'],'User':'app','WorkingDir':'/srv',"
                            + "'ExposedPorts':{'80/tcp':{}},'Volumes':{'/data':{}},'Labels':{'x':'y'}}"),
            new LayerBuilder().file("app", 0755, "amd64"));
    private final ImageManifest arm = images.image(
            Samples.config("arm", "{'Entrypoint':['/app']}"),
            new LayerBuilder().file("app", 0755, "arm"),
            new LayerBuilder().file("etc/app", 0644, "arm"));

    @Test
    void showsTheChildrenOfAnIndex() {
        ImageIndex index = index();

        String text = new Inspector(images).inspect("acme/hello:1.2.3", index).text();

        assertThat(text).isEqualTo("""
                        acme/hello:1.2.3
                          type    application/vnd.oci.image.index.v1+json
                          digest  %s
                          size    %s

                          PLATFORM                    SIZE   LAYERS  DIGEST
                          linux/amd64                 %d B   1       %s
                          linux/arm/v7                %d B  2       %s
                          attestation of linux/amd64                 %s
                        """.formatted(
                        index.digest(),
                        ByteSize.text(index.bytes().length),
                        layers(amd64),
                        amd64.digest(),
                        layers(arm),
                        arm.digest(),
                        index.manifests().getLast().digest()));
    }

    @Test
    void showsAnImageThatStandsAlone() {
        InspectReport inspection = new Inspector(images).inspect("oci:dist/oci", arm);

        assertThat(inspection.text())
                .contains("type    application/vnd.oci.image.manifest.v1+json")
                .containsPattern("linux/arm  \\d+ B  2       " + arm.digest());
        assertThat(inspection.raw()).isEqualTo(arm.bytes());
    }

    @Test
    void saysWhereForeignLayersLie() throws Exception {
        Descriptor foreign = Descriptor.read(Json.object()
                .put("mediaType", "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip")
                .put("digest", "sha256:" + "a".repeat(64))
                .put("size", 7)
                .set("urls", Json.array().add("https://example.com/layer")));
        ImageManifest windows = ImageManifest.of(amd64.config(), List.of(foreign));

        String text = new Inspector(images).inspect("acme/hello:1.2.3", windows).verboseText();

        assertThat(text).contains("sha256:" + "a".repeat(64) + "  7 B").contains("  at https://example.com/layer\n");
    }

    @Test
    void showsEverythingThatImagesSayOfThemselves() {
        String text = new Inspector(images).inspect("acme/hello:1.2.3", index()).verboseText();

        assertThat(text)
                .contains("""

                          linux/amd64
                            digest      %s
                        """.formatted(amd64.digest()))
                .contains("""
                            created     2026-01-01T00:00:00Z
                            entrypoint  ["/app","a b"]
                            cmd         ["-v"]
                            user        app
                            directory   /srv
                            ports       80/tcp
                            volumes     /data
                            env         A=1
                            label       x=y
                        """)
                .contains("      " + amd64.layers().getFirst().digest() + "  " + layers(amd64) + " B  sha256:")
                .contains("annotation  vnd.docker.reference.type=attestation-manifest");
    }

    @Test
    void showsManifestsThatAreNoImages() {
        Descriptor config = images.blob("application/vnd.example.thing+json", new byte[] {'{', '}'});
        ImageManifest thing = ImageManifest.of(config, List.of());

        assertThat(new Inspector(images).inspect("thing", thing).text())
                .contains(MediaTypes.OCI_MANIFEST + "                sha256:");
    }

    @Test
    void saysWhatCannotBeRead() {
        Descriptor gone = new MemoryImages().blob(MediaTypes.OCI_CONFIG, Json.bytes(Json.object()));

        assertThatThrownBy(() -> new Inspector(images).inspect("acme/x", ImageManifest.of(gone, List.of())))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("could not inspect acme/x: no blob " + gone.digest());
    }

    private ImageIndex index() {
        Descriptor statement = images.blob(MediaTypes.OCI_MANIFEST, new byte[] {1})
                .withPlatform(Platform.of("unknown", "unknown"))
                .withAnnotations(Map.of(
                        "vnd.docker.reference.type",
                        "attestation-manifest",
                        "vnd.docker.reference.digest",
                        amd64.digest().toString()));
        return images.index(List.of(
                amd64.descriptor().withPlatform(Platform.of("linux", "amd64")),
                arm.descriptor().withPlatform(Platform.of("linux", "arm", "v7")),
                statement));
    }

    private static long layers(ImageManifest image) {
        return image.layers().stream().mapToLong(Descriptor::size).sum();
    }
}
