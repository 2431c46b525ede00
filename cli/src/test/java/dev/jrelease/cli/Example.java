package dev.jrelease.cli;

import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code examples/hello} of this repository, and the programs that its source writes. */
final class Example {
    static final Path FOLDER = Path.of("../examples/hello").toAbsolutePath().normalize();
    private static final Path MADE = Path.of("target/example").toAbsolutePath();
    private static boolean made;

    private Example() {}

    /** Puts the whole example into a repository. */
    static GitWorkspace copyTo(GitWorkspace workspace) throws IOException, InterruptedException {
        for (String file : List.of(".release.yaml", "Dockerfile", ".gitignore")) {
            workspace.write(file, Files.readAllBytes(FOLDER.resolve(file)));
        }
        return workspace.copy(programs());
    }

    /** A program that prints {@code hello from linux/…}. */
    static byte[] program(String target) throws InterruptedException {
        try {
            return Files.readAllBytes(programs().resolve("bin/" + target + "/hello"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder with {@code bin/TARGET/hello} for each target. */
    private static synchronized Path programs() throws IOException, InterruptedException {
        if (!made) {
            Files.createDirectories(MADE);
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Tool.run(List.of(java, FOLDER.resolve("MakePrograms.java").toString()), MADE);
            made = true;
        }
        return MADE;
    }
}
