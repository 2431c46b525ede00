package dev.jrelease.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.MediaTypes;
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
