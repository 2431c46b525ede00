package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.init.Choices;
import dev.jrelease.init.InitialFiles;
import dev.jrelease.init.Initialisation;
import dev.jrelease.init.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jrelease init}: writes the first configuration of a project. */
final class InitCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    private final OptionSpec yes = OptionSpec.builder("-y", "--yes")
            .type(boolean.class)
            .description("Ask nothing, and take what is proposed.")
            .build();

    private final OptionSpec gitHub =
            Options.flag("--github", "Write a workflow of GitHub Actions that releases tags, too.");

    private final OptionSpec image = Options.value(String.class, "NAME", "--image")
            .description("The name of the image, without a tag.", "Default: by the git remote.")
            .build();

    private final OptionSpec base = Options.value(String.class, "IMAGE", "--base")
            .description("The base of the images. Default: a Java runtime", "for the version that the project needs.")
            .build();

    private final OptionSpec directory = WorkingDirectory.option();

    InitCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addOption(yes).addOption(gitHub).addOption(image).addOption(base).addOption(directory);
    }

    @Override
    public Integer call() throws InterruptedException {
        Environment here = WorkingDirectory.in(environment, Options.value(directory, Path.class));
        Optional<ConfigFile> existing = ConfigFile.find(here.workingDirectory()).map(ConfigFile::read);
        if (existing.filter(ConfigFile::isGoReleaser).isPresent()) {
            console.progress("found a file of GoReleaser, which is migrated");
            return new MigrateCommand(here, console, now).call();
        }
        existing.ifPresent(file -> {
            throw refusal(String.valueOf(Path.of(file.name()).getFileName()));
        });
        try (Releaser releaser = new Releaser(here, console.redactor(), now)) {
            Initialisation project = releaser.initialisation();
            Proposal proposal = project.propose();
            console.progress("found " + proposal.describe());
            InitialFiles made = project.files(proposal, choices(proposal));
            write(made, here.workingDirectory());
        }
        return ExitCode.DONE.code();
    }

    private Choices choices(Proposal proposal) {
        Questions questions = new Questions(console, !Options.isGiven(yes) && Questions.canBeAsked());
        return choices(proposal, questions);
    }

    /** At most three questions. */
    Choices choices(Proposal proposal, Questions questions) {
        String name = Options.value(image, String.class)
                .orElseGet(() -> questions.text("name of the image?", proposal.image()));
        List<String> platforms = questions.words("platforms?", proposal.platforms());
        boolean workflow = Options.isGiven(gitHub)
                || (proposal.atGitHub() && questions.yes("write a workflow of GitHub Actions?", false));
        return new Choices(name, platforms, workflow, Options.value(base, String.class));
    }

    /** Writes all files or none: an existing one stops it before the first. */
    private void write(InitialFiles made, Path folder) {
        for (String name : made.files().keySet()) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw refusal(name);
            }
        }
        made.files().forEach((name, text) -> {
            NewFile file = new NewFile(folder.resolve(name), name);
            try {
                Files.createDirectories(folder.resolve(name).resolveSibling("").normalize());
            } catch (IOException failed) {
                throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + name)
                        .because(Reason.of(failed))
                        .build();
            }
            file.write(text, false);
            console.result(name + ": written\n");
        });
        made.notes().forEach(note -> console.progress("note: " + note));
        console.progress("next: jrelease release --snapshot");
    }

    private static ReleaseException refusal(String name) {
        return ReleaseException.couldNot(FailureKind.USAGE, "write the files of a release")
                .because(name + " exists, and init replaces no file")
                .hint("edit it, or move it away and run jrelease init again")
                .build();
    }
}
