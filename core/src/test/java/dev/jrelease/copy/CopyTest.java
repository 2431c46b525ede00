package dev.jrelease.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.registry.FakeRegistry;
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

    @AfterEach
    void close() {
        registry.close();
    }
}
