package dev.jrelease.pipes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.Tag.Moves;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTaskTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NEVER   | STRICT   | ghcr.io/acme/hello:x                                        | {"reference":"ghcr.io/acme/hello:x","floating":false,"insecure":false}
                    FORWARD | INSECURE | ghcr.io/acme/hello:x  (insecure)                            | {"reference":"ghcr.io/acme/hello:x","floating":true,"forward":true,"insecure":true}
                    FREELY  | STRICT   | ghcr.io/acme/hello:x  (moves whatever it holds)             | {"reference":"ghcr.io/acme/hello:x","floating":true,"forward":false,"insecure":false}
                    FREELY  | INSECURE | ghcr.io/acme/hello:x  (moves whatever it holds)  (insecure) | {"reference":"ghcr.io/acme/hello:x","floating":true,"forward":false,"insecure":true}
                    """)
    void saysHowATagMoves(Moves moves, Access access, String line, String json) {
        String text = "ghcr.io/acme/hello:x";
        TagTask task = new TagTask(new Tag(text, ImageReference.parse(text), access, moves, Optional.empty()));

        assertThat(task.describe()).containsExactly(line);
        assertThat(task.json()).hasToString(json);
    }
}
