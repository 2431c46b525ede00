package dev.jrelease.pipes.builds.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A build tool for the JVM: how it is called, and where its results are. */
public interface BuildTool {

    /** The script of a project that brings the tool along. */
    String wrapper();

    /** The name of the program. */
    String program();

    /** The arguments of every call. */
    List<String> arguments(Instant sourceDate);

    /** The tasks if the file names none. */
    List<String> tasks();

    /** The folders of all modules of a build, with its own. */
    List<Path> modules(Path folder) throws IOException;

    /** The folder of a module with its jars. */
    Path jars(Path module);

    /** The folder of a module with a Quarkus application. */
    Path quarkus(Path module);

    /** The folder of a module with the libraries of its program, if it is there. */
    Optional<Path> libraries(Path module) throws IOException;
}
