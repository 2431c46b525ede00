package dev.jrelease.verify;

import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.layer.LayerEntry.Kind;
import dev.jrelease.text.LinearPattern;
import dev.jrelease.verify.FileSystem.Node;
import dev.jrelease.verify.ImageProblem.Severity;
import dev.jrelease.verify.StartCommand.Program;
import dev.jrelease.verify.StartCommand.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the programs that a container starts. */
final class StartCheck {
    private static final int MOST_STEPS = 4;
    private static final LinearPattern PLAIN_NAME = LinearPattern.of("[A-Za-z0-9_.+/][A-Za-z0-9_.+/-]*+");

    private final ProgramFinder finder;
    private final boolean complete;
    private final Loaders loaders;
    private final FilePlatformCheck platformCheck;
    private final Set<String> followed = new HashSet<>();

    /**
     *
     * @param complete whether all layers could be read; if not, a missing file may be in another layer
     */
    StartCheck(ProgramFinder finder, boolean complete, Loaders loaders, FilePlatformCheck platformCheck) {
        this.finder = finder;
        this.complete = complete;
        this.loaders = loaders;
        this.platformCheck = platformCheck;
    }

    void check(ImageConfig config) {
        started(StartCommand.programs(config.entrypoint(), config.command()));
        started(StartCommand.ofHealthCheck(config.healthCheck()));
    }

    private void started(List<Program> programs) {
        boolean behindScript = false;
        for (Program program : programs) {
            Optional<Node> found = file(program.name());
            if (found.isPresent()) {
                behindScript |= found.get().content() instanceof FileType.Script && program.role() != Role.ARGUMENT;
                check(program, found.get(), behindScript);
            } else if (complete && isMissed(program)) {
                String where = program.name().indexOf('/') < 0 ? "in no directory of PATH" : "not in the image";
                platformCheck.report(
                        program.role() == Role.ENTRYPOINT ? Severity.ERROR : Severity.WARNING,
                        program.name(),
                        words(program.role()) + " " + program.name() + " is " + where);
            }
        }
    }

    /**
     * Whether a missing program is a problem. Arguments have a meaning only for their program, and a mount may contain
     * anything.
     */
    private boolean isMissed(Program program) {
        return program.role() != Role.ARGUMENT && program.role() != Role.PERHAPS && !finder.isMounted(program.name());
    }

    private Optional<Node> file(String name) {
        return finder.find(name).filter(node -> node.kind() == Kind.FILE);
    }

    private static String words(Role role) {
        return switch (role) {
            case ENTRYPOINT -> "the entrypoint";
            case CMD, ARGUMENT -> "the program of cmd";
            case WRAPPED, LOADED -> "the program that the entrypoint starts,";
            case READ -> "the script that the shell reads,";
            case SHELL, PERHAPS -> "the program that the shell starts,";
            case HEALTH -> "the program of the health check,";
        };
    }

    private void check(Program program, Node file, boolean behindScript) {
        Role role = program.role();
        if (role == Role.ARGUMENT) {
            // a script runs its arguments; a program may take a file for another processor as input
            if (file.isExecutable()) {
                runs(program, file, behindScript ? Severity.ERROR : Severity.WARNING);
            }
        } else if (role == Role.PERHAPS) {
            if (file.isExecutable() && !FilePlatformCheck.isOnPurpose(file)) {
                runs(program, file, Severity.ERROR);
            }
        } else {
            if (role != Role.READ) {
                new ExecutableCheck(words(role) + " /" + file.path(), role, platformCheck).check(file);
            }
            runs(program, file, Severity.ERROR);
        }
    }

    /** Checks the file, its interpreter, and what it starts itself. */
    private void runs(Program program, Node file, Severity severity) {
        platformCheck.check(file, severity);
        if (program.role() != Role.LOADED) {
            loaders.check(file, severity);
        }
        if (followed.size() < MOST_STEPS * 10 && followed.add(file.path())) {
            switch (file.content()) {
                case FileType.Script script -> {
                    if (program.role() != Role.READ) {
                        interpreter(file, script.shebang(), severity, MOST_STEPS);
                    }
                    started(placed(script.started(), program, file));
                }
                case FileType.Text text -> started(placed(text.started(), program, file));
                default -> {}
            }
        }
    }

    /** A link to a script may be in another folder than the script, which can follow it. */
    private List<Program> placed(List<Program> started, Program script, Node file) {
        int slash = script.name().lastIndexOf('/');
        String folder = "/" + file.path().substring(0, file.path().lastIndexOf('/') + 1) + ".";
        String ofName = slash < 0 ? folder : script.name().substring(0, slash + 1) + ".";
        return started.stream()
                .map(program -> !program.isBesideScript()
                        ? program
                        : file(program.in(ofName).name()).isPresent() ? program.in(ofName) : program.in(folder))
                .toList();
    }

    private void interpreter(Node script, Shebang line, Severity severity, int most) {
        String path = "/" + script.path();
        if (line.carriageReturn()) {
            platformCheck.report(
                    severity,
                    path,
                    path + " ends its first line with a carriage return, so that " + line.program()
                            + " is not found; save it with the line ends of Linux");
            return;
        }
        String wanted = line.program();
        Optional<Node> found = file(wanted);
        if (found.isPresent()) {
            platformCheck.check(found.get(), severity);
            loaders.check(found.get(), severity);
            loaders.checkStartable(script, found.get(), severity);
            if (most > 0 && found.get().content() instanceof FileType.Script next) {
                interpreter(found.get(), next.shebang(), severity, most - 1);
            }
        } else if (complete && PLAIN_NAME.matches(wanted) && !finder.isMounted(wanted)) {
            platformCheck.report(severity, path, path + " needs " + wanted + ", which is not in the image");
        }
    }
}
