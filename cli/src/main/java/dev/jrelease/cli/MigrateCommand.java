package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.migrate.Migrated;
import dev.jrelease.migrate.Migration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jrelease migrate}: makes a {@code .release.yaml} of a {@code .goreleaser.yaml}. */
@Command(
        name = "migrate",
        description = "Make a .release.yaml of a .goreleaser.yaml: its lines stay as they are as far as possible, and"
                + " both files plan the same. What was changed and left out is reported with its place.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private static final List<String> SOURCES =
            List.of(".goreleaser.yaml", ".goreleaser.yml", "goreleaser.yaml", "goreleaser.yml");
    private static final String STANDARD_OUTPUT = "-";

    private final Environment environment;
    private final Console console;
    private final Instant now;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to migrate. Default: the first there is of .goreleaser.yaml, .goreleaser.yml,"
                    + " goreleaser.yaml, goreleaser.yml.")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; - for standard output. Default: .release.yaml beside the file.")
    private @Nullable String output;

    @Option(names = "--force", description = "Replace a file that is there already.")
    private boolean force;

    @Option(names = "--no-fold", description = "Leave entries of dockers for one platform each as they are.")
    private boolean noFold;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "Run as if started in this folder.")
    private @Nullable Path directory;

    MigrateCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public Integer call() {
        Environment here = WorkingDirectory.in(environment, directory);
        Path folder = here.workingDirectory();
        Path source = folder.resolve(file == null ? found(folder) : file);
        Path target = output == null || output.equals(STANDARD_OUTPUT)
                ? source.resolveSibling(ConfigFile.NAMES.getFirst())
                : folder.resolve(output);
        ConfigFile read = ConfigFile.read(source, shown(folder, source));
        NewFile written = new NewFile(target, shown(folder, target));
        if (!STANDARD_OUTPUT.equals(output) && !force) {
            written.refuseIfThere();
        }
        Migrated migrated = migrated(read, written, here);
        migrated.notes().forEach(note -> console.progress(note.toString()));
        if (STANDARD_OUTPUT.equals(output)) {
            console.raw(migrated.text().getBytes(StandardCharsets.UTF_8));
        } else {
            written.write(migrated.text(), force);
            console.result(written.name() + ": written\n");
        }
        return ExitCode.DONE.code();
    }

    private Migrated migrated(ConfigFile source, NewFile written, Environment here) {
        Optional<Path> folder =
                Optional.ofNullable(written.file().toAbsolutePath().getParent());
        try (Releaser releaser = new Releaser(here, console.redactor(), now)) {
            return releaser.migrate(new Migration.Request(source, written.name(), folder, !noFold));
        }
    }

    private static String shown(Path folder, Path path) {
        Path normal = path.normalize();
        return (normal.startsWith(folder) ? folder.relativize(normal) : normal).toString();
    }

    private static Path found(Path folder) {
        return SOURCES.stream()
                .map(Path::of)
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst()
                .orElseThrow(
                        () -> ReleaseException.could(FailureKind.CONFIGURATION, "find a file to migrate in " + folder)
                                .because("there is none of " + String.join(", ", SOURCES))
                                .hint("name one: jrelease migrate FILE")
                                .build());
    }
}
