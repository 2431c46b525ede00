package dev.jrelease.pipes.builds.jvm;

import java.nio.file.Path;
import java.util.List;

/** The program that a build left. */
sealed interface Result {
    Path file();

    /** A jar, with libraries that lie outside of it. */
    record OneJar(Jar jar, List<Library> libraries) implements Result {
        public OneJar {
            libraries = List.copyOf(libraries);
        }

        @Override
        public Path file() {
            return jar.file();
        }
    }

    /** The folder of a Quarkus application in its form "fast-jar". */
    record Quarkus(Path file) implements Result {
        /** The jar that starts it. */
        static final String START = "quarkus-run.jar";
    }

    /** Another folder, which is taken as it is. */
    record Folder(Path file) implements Result {}
}
