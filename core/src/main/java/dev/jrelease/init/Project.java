package dev.jrelease.init;

import java.util.Comparator;
import java.util.List;

/** The contents of a project. */
public sealed interface Project {
    /** Words for a user. */
    String describe();

    /** The base of executables in Java, which are linked to the C library and zlib. */
    String EXECUTABLES = "gcr.io/distroless/base-debian13:nonroot";

    /**
     * Programs that are built, those of the same call one after the other.
     *
     * @param kind such as {@code Spring Boot with Maven}
     * @param base the image that programs of this kind are put on
     */
    record Programs(String kind, List<Program> programs, String base) implements Project {
        public Programs {
            programs = programs.stream()
                    .sorted(Comparator.comparing(Program::arguments))
                    .toList();
        }

        @Override
        public String describe() {
            return kind;
        }
    }

    /**
     * A Dockerfile that is there.
     *
     * @param files what it copies from the project
     * @param hooks commands that make some of these files
     * @param runs whether a step of it runs on the image's platform
     */
    record WithDockerfile(String dockerfile, List<String> files, List<String> hooks, boolean runs) implements Project {
        public WithDockerfile {
            files = List.copyOf(files);
            hooks = List.copyOf(hooks);
        }

        @Override
        public String describe() {
            return "a " + dockerfile;
        }
    }
}
