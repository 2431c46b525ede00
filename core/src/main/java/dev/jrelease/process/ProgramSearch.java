package dev.jrelease.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the program of a command that sets its own {@code PATH}, as a shell does for {@code PATH=/opt/bin program}. Java
 * looks only in the {@code PATH} of this process.
 */
final class ProgramSearch {
    private static final String PATH = "PATH";

    private ProgramSearch() {}

    /**
     * What is started.
     *
     * @throws IOException if the command sets {@code PATH}, and the program is in none of its folders
     */
    static List<String> arguments(Command command) throws IOException {
        Optional<String> path = Optional.ofNullable(command.variables().get(PATH));
        String program = command.program();
        // Windows has its own rules about the endings of programs.
        if (path.isEmpty() || program.indexOf('/') >= 0 || File.separatorChar != '/') {
            return command.arguments();
        }
        List<String> arguments = new ArrayList<>(command.arguments());
        arguments.set(0, find(program, path.get(), command.directory()));
        return arguments;
    }

    /** An empty folder is the one that the command runs in. */
    private static String find(String program, String path, Path directory) throws IOException {
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> directory.resolve(folder).resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "there is no program " + program + " on the PATH that the command is given: " + path))
                .toString();
    }
}
