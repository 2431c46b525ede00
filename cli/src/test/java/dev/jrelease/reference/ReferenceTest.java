package dev.jrelease.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.pipes.Doors;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/reference.md is what the code says; with {@code -Dgolden.update=true} it is written anew. */
class ReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String written = written();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void everyNameThatTemplatesKnowIsDescribed() {
        Names names = new Names();

        assertThat(names.described()).isEqualTo(names.known());
    }

    private static String written() {
        Environment nowhere = new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme"));
        try (Doors doors = Doors.of(nowhere, new Redactor());
                Releaser releaser = new Releaser(nowhere, new Redactor(), Instant.EPOCH)) {
            List<Section<?>> sections = releaser.sections();
            return new Reference(sections, Pipes.standard(doors)).text();
        }
    }
}
