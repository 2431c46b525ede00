package dev.jrelease.pipes.builds.jvm;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Location;
import dev.jrelease.pipeline.ProjectCommand;
import dev.jrelease.pipeline.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes an executable jar of Spring Boot apart with the tools that it contains.
 *
 * @see <a href="https://docs.spring.io/spring-boot/reference/packaging/efficient.html">their documentation</a>
 */
record BootTools(Location location) {

    void takeApart(Path jar, Path into, Run run) throws InterruptedException {
        List<String> words = List.of(
                java(run.environment()),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--layers",
                "--destination",
                into.toString());
        new ProjectCommand("take apart " + jar.getFileName(), words, "", Map.of(), false, location).run(run);
    }

    /** The Java of the project, which need not be the one that runs this. */
    private static String java(Environment environment) {
        return environment
                .variable("JAVA_HOME")
                .map(home -> Path.of(home, "bin", "java"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .orElse("java");
    }
}
