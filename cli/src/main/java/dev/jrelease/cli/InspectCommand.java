package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.inspect.Comparison;
import dev.jrelease.inspect.Comparison.Side;
import dev.jrelease.inspect.ImageLocator;
import dev.jrelease.inspect.InspectReport;
import dev.jrelease.inspect.Inspector;
import dev.jrelease.pipes.Clients;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jrelease inspect}: shows an image or index, or where two of them differ. */
@Command(
        name = "inspect",
        description = "Show an image or index: platforms, digests, sizes. With two, show where they differ.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;

    @Parameters(
            arity = "1..2",
            paramLabel = "REF|oci:DIR[:REF]",
            description = "A reference in a registry, or a layout on disk and a name in it.")
    private List<String> addresses = List.of();

    @Option(names = "--raw", description = "Print the bytes of the manifest or index as they are.")
    private boolean raw;

    @Option(names = "--verbose", description = "Show configuration, labels and layers of each image.")
    private boolean verbose;

    @Option(names = "--insecure", description = "Accept any certificate, and plain http.")
    private boolean insecure;

    InspectCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Clients doors = Clients.of(environment, console.redactor())) {
            doors.registries().announceTo(console::progress);
            ImageLocator locator =
                    new ImageLocator(doors.registries(), environment, insecure ? Access.INSECURE : Access.STRICT);
            if (addresses.size() == 2) {
                return compare(locator.findOne(addresses.get(0)), locator.findOne(addresses.get(1)));
            }
            if (raw) {
                console.raw(locator.findOne(addresses.getFirst()).manifest().bytes());
            } else {
                locator.find(addresses.getFirst()).forEach(this::show);
            }
            return ExitCode.DONE.code();
        }
    }

    /** As with {@code diff} and {@code cmp}, a difference is an answer of its own. */
    private int compare(Side one, Side other) throws InterruptedException {
        Comparison comparison = Comparison.of(one, other);
        console.result(comparison.text());
        return comparison.identical() ? ExitCode.DONE.code() : ExitCode.BUILD.code();
    }

    private void show(Side side) {
        InspectReport inspection = new Inspector(side.source()).inspect(side.name(), side.manifest());
        console.result(verbose ? inspection.verboseText() : inspection.text());
    }
}
