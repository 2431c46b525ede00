package dev.jrelease.init;

import java.util.List;

/**
 * A program of a project that an image is made of.
 *
 * @param name of its entries, and of the folder or file in the build context
 * @param module the folder of its module, from the project's; empty for that folder
 * @param builder of its entry in {@code builds}
 * @param keys further lines of that entry
 * @param start how an image starts it
 */
public record Program(String name, String module, String builder, List<String> keys, Start start) {
    static final String GO = "go";

    public Program {
        keys = List.copyOf(keys);
    }

    /** The line with the arguments of its build; empty for the usual ones. */
    String arguments() {
        return keys.stream().filter(key -> key.startsWith("args:")).findFirst().orElse("");
    }

    /** How an image starts a program. */
    public sealed interface Start {

        /** Starts a jar for the JVM. */
        record Jar(String file) implements Start {}

        /** Starts a main class, whose jar does not name it. */
        record MainClass(String name) implements Start {}

        /** Starts a program of the platform, which {@code go}, {@code maven} or {@code gradle} makes. */
        record Native(String tool) implements Start {}
    }
}
