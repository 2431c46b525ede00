package dev.jrelease.reference;

import dev.jrelease.environment.Environment;
import dev.jrelease.facts.GitFacts;
import dev.jrelease.facts.MachineFacts;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.git.TagMessage;
import dev.jrelease.image.Platform;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.version.SemanticVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The facts of the release that the reference has its examples from. */
final class Example {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String TAG = "v1.2.3";

    private Example() {}

    static ReleaseFacts facts() {
        Environment environment = new Environment(Map.of("CI", "ci"), Path.of("/home"), Path.of("/projects/acme"));
        GitState state = new GitState(
                COMMIT,
                COMMIT.substring(0, 7),
                Optional.of("main"),
                TIME,
                List.of(),
                List.of(new GitTag(TAG, COMMIT)),
                Optional.of("https://git.example.com/acme/project.git"),
                false);
        TagMessage message = new TagMessage("subject", "body", "subject\n\nbody");
        return new ReleaseFacts(
                new SemanticVersion(1, 2, 3, "", ""),
                TAG,
                "",
                new GitFacts(state, Optional.of("v1.2.2"), message, TAG),
                TIME,
                new MachineFacts(
                        environment, false, TIME, Platform.of("linux", "amd64"), new Files(), Optional.empty()),
                Optional.empty(),
                line -> true);
    }

    /** Each file holds its own name, but for the one that names the module. */
    private record Files() implements FileAccess {
        @Override
        public byte[] read(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return (name.equals("go.mod") ? "module git.example.com/acme/project" : name)
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String absolute(String path) {
            return "/project/" + path;
        }
    }
}
