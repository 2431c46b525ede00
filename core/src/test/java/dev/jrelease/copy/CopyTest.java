package dev.jrelease.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.copy.CopyBench.Outcome;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Transfer.State;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopyTest extends CopyContract {
    private final FakeRegistry registry = FakeRegistry.start();

    @Override
    String registry() {
        return registry.address();
    }

    @Test
    void theNameIsWrittenLast() throws Exception {
        CopyBench bench = new CopyBench(folder, Map.of());
        bench.makeIndex();

        bench.copy("oci:made:1.0", registry() + "/last/there:1.0");

        assertThat(registry.writes().getLast().reference()).isEqualTo("1.0");
    }

    /** A blob that did not arrive as a whole is sent from its beginning, the others are not. */
    @Test
    void aLaterCopyGoesOnWithTheBlobsThatAreMissing() throws Exception {
        CopyBench bench = new CopyBench(folder, Map.of());
        ImageIndex index = bench.makeIndex();
        registry.failNext(
                request -> request.path().contains("/blobs/uploads/")
                        && request.method().equals("PUT"),
                Fault.status(403).error("DENIED", "not now"),
                1);
        assertThatThrownBy(() -> bench.copy("oci:made:1.0", registry() + "/rest/there:1.0"))
                .hasMessageContaining("DENIED: not now");
        long arrived = bench.blobs("oci:made:1.0").stream()
                .filter(blob -> registry.blob("rest/there", blob.toString()).isPresent())
                .count();

        Outcome rest = bench.copy("oci:made:1.0", registry() + "/rest/there:1.0");

        // A registry may take a blob after the copy has given up.
        assertThat(rest.blobs()).filteredOn(State.PRESENT::equals).hasSizeGreaterThanOrEqualTo((int) arrived);
        assertThat(rest.blobs()).contains(State.SENT);
        assertThat(bench.read(registry() + "/rest/there:1.0")).isEqualTo(index);
    }

    @Test
    void aRegistryMayRefuseForeignLayers() throws Exception {
        CopyBench bench = new CopyBench(folder, Map.of());
        bench.makeForeign(MediaTypes.DOCKER_MANIFEST, "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip");
        registry.failNext(
                request -> request.path().contains("/manifests/")
                        && request.method().equals("PUT"),
                Fault.status(400).error("MANIFEST_INVALID", "manifest invalid"),
                1);

        assertThatThrownBy(() -> bench.copy("oci:made:foreign", registry() + "/refused/there:1.0"))
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure ->
                                assertThat(failure.hint().orElseThrow()).contains("validation.manifests.urls.allow"));
    }

    @AfterEach
    void close() {
        registry.close();
    }
}
