package dev.jrelease.pipes.images.verify;

import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.layer.LayerEntry.Kind;
import dev.jrelease.pipes.images.verify.FileSystem.Node;
import dev.jrelease.pipes.images.verify.Finding.Severity;
import dev.jrelease.pipes.images.verify.StartCommand.Program;
import dev.jrelease.pipes.images.verify.StartCommand.Role;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges the programs that a container of an image would start. */
final class StartCheck {
    private static final int MOST_INTERPRETERS = 4;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.+/][A-Za-z0-9_.+/-]*");
    private static final Pattern SPLIT_FLAG = Pattern.compile("^-S\\s*");
    private static final Pattern AFTER_FIRST = Pattern.compile("\\s.*");

    private final ProgramFinder finder;
    private final boolean complete;
    private final Judge judge;

    /** @param complete whether all layers could be read; if not, what is missing may be in the others */
    StartCheck(ProgramFinder finder, boolean complete, Judge judge) {
        this.finder = finder;
        this.complete = complete;
        this.judge = judge;
    }

    void check(ImageConfig config) {
        boolean behindScript = false;
        for (Program program : StartCommand.programs(config.entrypoint(), config.command())) {
            Optional<Node> found = file(program.name());
            if (program.role() == Role.ARGUMENT) {
                // a script runs its arguments; a program may take a file for another processor as input
                Severity severity = behindScript ? Severity.ERROR : Severity.WARNING;
                found.filter(Node::isExecutable).ifPresent(file -> judge(program, file, severity));
            } else if (found.isPresent()) {
                startable(program, found.get());
                judge(program, found.get(), Severity.ERROR);
                behindScript = found.get().content() instanceof Content.Script;
            } else if (complete) {
                String where = program.name().indexOf('/') < 0 ? "in no directory of PATH" : "not in the image";
                judge.report(
                        severity(program),
                        program.name(),
                        words(program.role()) + " " + program.name() + " is " + where);
            }
        }
    }

    private Optional<Node> file(String name) {
        return finder.find(name).filter(node -> node.kind() == Kind.FILE);
    }

    /** Only for the first word of the entrypoint is it certain that nothing starts without it. */
    private static Severity severity(Program program) {
        return program.role() == Role.ENTRYPOINT ? Severity.ERROR : Severity.WARNING;
    }

    private static String words(Role role) {
        return switch (role) {
            case ENTRYPOINT -> "the entrypoint";
            case CMD, ARGUMENT -> "the program of cmd";
            case WRAPPED -> "the program that the entrypoint starts,";
            case SHELL -> "the program that the shell starts,";
        };
    }

    private void startable(Program program, Node file) {
        String path = "/" + file.path();
        String subject = words(program.role()) + " " + path;
        boolean first = program.role() == Role.ENTRYPOINT || program.role() == Role.CMD;
        if (!file.isExecutable()) {
            String mode = Integer.toOctalString(file.mode());
            judge.report(severity(program), path, subject + " may not be executed: its mode is " + mode);
        } else if (file.content() instanceof Content.Windows) {
            judge.report(Severity.ERROR, path, subject + " is a Windows program");
        } else if (first && file.content() instanceof Content.Other) {
            judge.report(Severity.WARNING, path, subject + " is neither an ELF file nor a script with #!");
        }
    }

    private void judge(Program program, Node file, Severity severity) {
        judge.judge(file, severity);
        interpreter(program, file, severity, MOST_INTERPRETERS);
    }

    private void interpreter(Program program, Node script, Severity severity, int most) {
        if (most == 0 || !(script.content() instanceof Content.Script(String name, String argument))) {
            return;
        }
        boolean env = name.endsWith("/env");
        String wanted = env ? firstWord(argument) : name;
        Optional<Node> found = file(wanted);
        if (found.isPresent()) {
            judge.judge(found.get(), severity);
            interpreter(program, found.get(), severity, most - 1);
        } else if (complete && PLAIN_NAME.matcher(wanted).matches()) {
            String path = "/" + script.path();
            judge.report(severity(program), path, path + " needs " + wanted + ", which is not in the image");
        }
    }

    private static String firstWord(String arguments) {
        return AFTER_FIRST
                .matcher(SPLIT_FLAG.matcher(arguments).replaceFirst(""))
                .replaceFirst("");
    }
}
