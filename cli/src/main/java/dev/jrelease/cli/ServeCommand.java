package dev.jrelease.cli;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Place;
import dev.jrelease.places.Places;
import dev.jrelease.serve.LayoutServer;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease serve}: a registry on loopback with the images of a layout. */
final class ServeCommand implements Command {
    private static final String BUILT = "oci:dist/oci";

    private final Environment environment;
    private final Console console;

    private final PositionalParamSpec layout = PositionalParamSpec.builder()
            .arity("0..1")
            .type(String.class)
            .paramLabel("oci:DIR")
            .description("The layout. Default: " + BUILT + ", the images of the last build.")
            .build();

    private final OptionSpec port = Options.value(Integer.class, "PORT", "--port")
            .converters(new PortConverter())
            .description("The port on loopback. Default: 5050. 0 takes a free one.")
            .build();

    ServeCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addPositional(layout).addOption(port);
    }

    @Override
    public Integer call() {
        try (Images images = new Images(environment, console.redactor(), _ -> {});
                LayoutServer server = images.serve(
                        folder(images), Options.value(port, Integer.class).orElse(5050))) {
            for (String reference : server.references()) {
                console.result("docker run --rm " + reference + "\n");
            }
            console.progress("serving at " + server.address() + " until Ctrl-C");
            server.await();
        } catch (InterruptedException end) {
            console.progress("stopped");
        }
        return ExitCode.DONE.code();
    }

    private Path folder(Images images) {
        String text = Options.value(layout, String.class).orElse(BUILT);
        try (Places places = images.places(Access.STRICT)) {
            if (places.place(text) instanceof Place.InLayout in && in.name().isEmpty()) {
                return environment.resolve(in.folder());
            }
        }
        throw ReleaseException.couldNot(FailureKind.USAGE, "serve " + text)
                .because("only a layout as a whole can be served")
                .hint("write oci:DIR; jrelease copy brings images of other places into a layout")
                .build();
    }
}
