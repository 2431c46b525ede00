package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.htmlreport.HtmlReport;
import dev.jrelease.pipeline.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease report}: a page about the last release. */
final class ReportCommand implements Command {
    private final Environment environment;
    private final Console console;

    private final PositionalParamSpec dist = PositionalParamSpec.builder()
            .arity("0..1")
            .type(Path.class)
            .paramLabel("DIST")
            .defaultValue("dist")
            .description("The folder that the release left. Default: ${DEFAULT-VALUE}.")
            .build();

    private final OptionSpec output = Options.value(Path.class, "FILE", "-o", "--output")
            .description("Where the page is written. Default: " + ResultFiles.REPORT + " in", "DIST.")
            .build();

    ReportCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addPositional(dist).addOption(output);
    }

    @Override
    public Integer call() {
        Path folder = dist.getValue();
        Path page = Options.value(output, Path.class).orElse(folder.resolve(ResultFiles.REPORT));
        Path file = environment.resolve(page.toString()).toAbsolutePath();
        String html = HtmlReport.of(environment.resolve(folder.toString()));
        try {
            AtomicFile.write(file.resolveSibling(""), file.getFileName(), html);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + page)
                    .because(problem)
                    .build();
        }
        console.result(page + "\n");
        return ExitCode.DONE.code();
    }
}
