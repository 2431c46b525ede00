package dev.jrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.dockerfile.ContextSources;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problem;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which one thing is repeated 100,000 times: none takes the square of that, or more stack than there is. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTextTest {
    private static final int COUNT = 100_000;
    private static final Platform PLATFORM = Platform.of("linux", "amd64");

    private static List<Problem> problems(String yaml) {
        Environment environment = new Environment(Map.of(), Path.of("/home"), Path.of("/none"));
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            return releaser.check(ConfigFile.of(".release.yaml", yaml))
                    .problems()
                    .list();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!a ", "&a ", "a,", " ,", "a1", "{{", "${", "1.", "\u0301", "/", "a: ", "['"})
    void aValueOfTheConfiguration(String part) {
        String text = part.repeat(COUNT);

        for (String key : List.of("platforms: [\"@\"]", "image_templates: [\"@\"]", "build_flag_templates: [\"@\"]")) {
            List<Problem> problems = problems("version: 2\ndockers:\n  - " + key.replace("@", text) + "\n");
            assertThat(problems).isNotEmpty();
        }
        assertThat(problems("dockers: " + text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"if ", " ", "a.", "(", "\\", "1", "if a", ".A ", "|", "$a := "})
    void aTemplate(String part) {
        String template = "'{{ " + part.repeat(COUNT) + " }}'";

        assertThat(problems("version: 2\ndockers:\n  - image_templates: [" + template + "]\n"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a =",
                "# ",
                "ENV A=\"",
                "ENV A='\"",
                "COPY --a ",
                " a",
                "${",
                "$A",
                "\\\n",
                "COPY ${A:-",
                " <<a",
                "\""
            })
    void aDockerfile(String part) {
        String text = part.repeat(COUNT);

        for (String start : List.of("", "# syntax=", "FROM scratch\nENV ", "FROM scratch\nCOPY ", "ARG A=")) {
            Dockerfile dockerfile = Dockerfile.parse(start + text);
            assertThat(ContextSources.of(dockerfile, "", Map.of(), PLATFORM)).isNotNull();
            assertThat(dockerfile.instruction("COPY " + text + "x")).isNotNull();
        }
    }
}
