package dev.jrelease.copy;

import static dev.jrelease.copy.CopyBench.AMD64;
import static dev.jrelease.copy.CopyBench.ARM64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.copy.CopyBench.Outcome;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.Transfer.State;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a copy does between places, whatever the registry is. */
abstract class CopyContract {
    private CopyBench bench;

    @TempDir
    Path folder;

    /** The host and port of the registry under test. */
    abstract String registry();

    @BeforeEach
    void begin() {
        bench = new CopyBench(folder, Map.of());
    }

    @Test
    void anIndexKeepsItsBytesOnAnyWay() throws Exception {
        ImageIndex index = bench.makeIndex();
        String there = registry() + "/way/there:1.0";

        bench.copy("oci:made:1.0", there);
        bench.copy(there, registry() + "/way/again:2.0");
        bench.copyAll(registry() + "/way/again:2.0", "docker-archive:saved.tar");
        bench.copy("docker-archive:saved.tar", "oci:back:3.0");

        assertThat(bench.read(there)).isEqualTo(index);
        assertThat(bench.read("docker-archive:saved.tar")).isEqualTo(index);
        assertThat(bench.read("oci:back:3.0")).isEqualTo(index);
        bench.readAll("oci:back:3.0");
    }

    @Test
    void mediaTypesStayAsTheyAre() throws Exception {
        Manifest image = bench.makeDockerImage();
        String there = registry() + "/types/docker:1.0";

        bench.copy("oci:made:docker", there);
        bench.copy(there, "docker-archive:saved.tar");
        bench.copy("docker-archive:saved.tar", "oci:back");

        assertThat(bench.read(there).mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
        assertThat(bench.read("oci:back").bytes()).isEqualTo(image.bytes());
    }

    @Test
    void nothingIsSentTwice() throws Exception {
        bench.makeIndex();
        String there = registry() + "/twice/there:1.0";

        Outcome first = bench.copy("oci:made:1.0", there);
        Outcome second = bench.copy("oci:made:1.0", there);
        Outcome other = bench.copy("oci:made:1.0", registry() + "/twice/there:2.0");

        assertThat(first.blobs()).contains(State.SENT);
        assertThat(second.blobs()).doesNotContain(State.SENT);
        assertThat(other.blobs()).doesNotContain(State.SENT);
        assertThat(bench.read(registry() + "/twice/there:2.0")).isEqualTo(first.manifest());
    }

    @Test
    void whatAnEarlierCopyLeftIsUsed() throws Exception {
        bench.makeIndex();
        bench.copy("oci:made:1.0", registry() + "/rest/there:arm", ARM64);

        Outcome rest = bench.copy("oci:made:1.0", registry() + "/rest/there:1.0");

        assertThat(rest.blobs()).filteredOn(State.SENT::equals).hasSize(4);
    }

    @Test
    void aRegistryMountsBlobsOfItsOtherRepositories() throws Exception {
        bench.makeIndex();
        bench.copy("oci:made:1.0", registry() + "/mount/from:1.0");

        Outcome outcome = bench.copy(registry() + "/mount/from:1.0", registry() + "/mount/to:1.0");

        assertThat(outcome.blobs()).isNotEmpty().containsOnly(State.MOUNTED);
        bench.readAll(registry() + "/mount/to:1.0");
    }

    @ParameterizedTest
    @CsvSource({
        MediaTypes.OCI_MANIFEST + ", application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
        MediaTypes.OCI_MANIFEST + ", application/vnd.oci.image.layer.nondistributable.v1.tar",
        MediaTypes.DOCKER_MANIFEST + ", application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"
    })
    void aForeignLayerStaysWhereItIs(String manifestType, String foreignType) throws Exception {
        ImageManifest image = bench.makeForeign(manifestType, foreignType);
        String there = registry() + "/foreign/there:1.0";

        Outcome outcome = bench.copy("oci:made:foreign", there);
        bench.copy(there, "oci:back:1.0");

        assertThat(outcome.blobs()).hasSize(2);
        assertThat(bench.read(there).bytes()).isEqualTo(image.bytes());
        assertThat(bench.read("oci:back:1.0").bytes()).isEqualTo(image.bytes());
        assertThatThrownBy(() -> bench.copy(there, "docker-archive:saved.tar"))
                .hasMessage("could not write the image " + image.digest() + " for docker load: that needs all layers,"
                        + " and " + Digest.of(new byte[7]) + " is at https://example.com/layer");
    }

    @Test
    void onePlatformIsItsImage() throws Exception {
        ImageIndex index = bench.makeIndex();

        Outcome outcome = bench.copy("oci:made:1.0", registry() + "/one/there:1.0", ARM64);

        assertThat(outcome.manifest()).isInstanceOf(ImageManifest.class);
        assertThat(CopyBench.child(index, ARM64)).hasValue(outcome.manifest().digest());
    }

    @Test
    void severalPlatformsAreAnIndexOfThem() throws Exception {
        ImageIndex index = bench.makeIndex();

        Outcome outcome = bench.copy("oci:made:1.0", registry() + "/some/there:1.0", AMD64, ARM64);

        assertThat(outcome.manifest()).isEqualTo(index);
    }

    @Test
    void aPlatformThatIsNotThereIsRefused() throws Exception {
        bench.makeIndex();

        assertThatThrownBy(() -> bench.copy("oci:made:1.0", "oci:to", Platform.of("linux", "s390x")))
                .hasMessage("could not copy 1.0: it has no image for linux/s390x");
        assertThat(folder.resolve("to")).doesNotExist();
    }

    @Test
    void whatRefersToTheImageComesAlong() throws Exception {
        ImageIndex index = bench.makeIndex();
        String there = registry() + "/refer/there:1.0";
        Digest arm64 = CopyBench.child(index, ARM64).orElseThrow();

        Outcome outcome = bench.copy("oci:made:1.0", there);
        bench.copy(there, "oci:back:1.0");

        assertThat(outcome.messages()).containsExactly("copied 3 manifests that refer to the image");
        for (String place : new String[] {there, "oci:back:1.0"}) {
            assertThat(bench.referrers(place))
                    .singleElement()
                    .satisfies(listed -> assertThat(listed.size()).isPositive());
        }
        assertThat(bench.referrers(registry() + "/refer/there@" + arm64)).hasSize(1);
        assertThat(bench.read("oci:back:" + index.digest().asTag() + ".sig")).isInstanceOf(ImageManifest.class);
    }

    @Test
    void anArchiveHoldsNothingThatRefersToAnImage() throws Exception {
        bench.makeIndex();

        Outcome outcome = bench.copyAll("oci:made:1.0", "docker-archive:saved.tar");

        assertThat(outcome.messages())
                .containsExactly("warning: left out 3 manifests that refer to the image: docker-archive:saved.tar"
                        + " cannot hold them");
    }

    @Test
    void anArchiveOfSeveralPlatformsIsAskedFor() throws Exception {
        bench.makeIndex();

        assertThatThrownBy(() -> bench.copy("oci:made:1.0", "docker-archive:saved.tar"))
                .hasMessage("could not copy 1.0: it is for several platforms: linux/amd64, linux/arm64");
        assertThat(folder.toFile().list()).containsOnly("made");
    }
}
