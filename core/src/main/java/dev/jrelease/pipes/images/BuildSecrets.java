package dev.jrelease.pipes.images;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.files.WholeFile;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.flags.BuildOptions.SecretSource;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the values of build secrets when they are needed, and has them masked in everything that is printed. */
public final class BuildSecrets {
    /** BuildKit's limit. */
    private static final int LARGEST = 500 << 10;

    private final Redactor redactor;

    public BuildSecrets(Redactor redactor) {
        this.redactor = redactor;
    }

    Map<String, Secret> read(Map<String, SecretSource> sources, Run run) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        sources.forEach((id, source) -> secrets.put(id, read(id, source, run)));
        secrets.values().forEach(redactor::learn);
        return secrets;
    }

    private static Secret read(String id, SecretSource source, Run run) {
        return switch (source) {
            case SecretSource.Variable(String name, Location location) ->
                new Secret(run.environment()
                        .variable(name)
                        .orElseThrow(() -> failed(id, "the environment variable " + name + " is not set", location)));
            case SecretSource.SecretFile(String path, Location location) -> {
                try {
                    yield new Secret(
                            WholeFile.bytes(tree(run).inside(run.environment().resolve(path)), LARGEST));
                } catch (OutsideException outside) {
                    throw couldNotRead(id, "the file " + path + " is outside of " + outside.tree(), location)
                            .hint("set a variable to what it holds, and write env=NAME")
                            .build();
                } catch (IOException problem) {
                    throw failed(id, "could not read " + path + ": " + Reason.of(problem), location);
                }
            }
        };
    }

    private static SourceTree tree(Run run) {
        return SourceTree.around(run.environment().workingDirectory());
    }

    private static ReleaseException failed(String id, String why, Location location) {
        return couldNotRead(id, why, location).build();
    }

    private static ReleaseException.Builder couldNotRead(String id, String why, Location location) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the build secret " + id)
                .because(why)
                .at(location);
    }
}
