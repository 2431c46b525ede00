package dev.jrelease.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line as a manual page.
 *
 * @param version of the program, for the foot of the page
 * @see <a href="https://man7.org/linux/man-pages/man7/man.7.html">man(7)</a>
 */
record ManPage(String version) {

    String of(CommandLine program) {
        CommandSpec spec = program.getCommandSpec();
        StringBuilder page = new StringBuilder();
        page.append(".TH JRELEASE 1 \"\" \"").append(text(version)).append("\"\n");
        page.append(".SH NAME\njrelease \\- releases multi-arch container images\n");
        page.append(".SH SYNOPSIS\n.B jrelease\n.I COMMAND\n[options]\n");
        page.append(".SH DESCRIPTION\n").append(text(described(spec))).append('\n');
        page.append(".SH COMMANDS\n");
        program.getSubcommands().forEach((name, command) -> append(name, command, page));
        page.append(".SH EXIT STATUS\n");
        ExitCode.meanings()
                .forEach((code, meaning) -> page.append(".TP\n.B ")
                        .append(code)
                        .append('\n')
                        .append(text(meaning))
                        .append('\n'));
        page.append(".SH ENVIRONMENT\n");
        entry(
                "DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG",
                "The engine and the credentials, as docker has them.",
                page);
        entry("NO_COLOR, CLICOLOR_FORCE", "Show no colours; show them also where there is no terminal.", page);
        page.append(".SH SEE ALSO\n.BR docker (1)\n");
        return page.toString();
    }

    private static void append(String name, CommandLine command, StringBuilder page) {
        CommandSpec spec = command.getCommandSpec();
        page.append(".SS jrelease ").append(text(name)).append('\n');
        page.append(text(described(spec))).append('\n');
        spec.positionalParameters().forEach(each -> entry(each.paramLabel(), ArgumentText.of(each), page));
        spec.options().forEach(each -> {
            String value = each.arity().max() > 0 ? " " + each.paramLabel() : "";
            entry(String.join(", ", each.names()) + value, ArgumentText.of(each), page);
        });
        for (String example : spec.usageMessage().footer()) {
            page.append(".PP\n.EX\n").append(text(example)).append("\n.EE\n");
        }
        command.getSubcommands().forEach((sub, own) -> append(name + " " + sub, own, page));
    }

    private static void entry(String words, String description, StringBuilder page) {
        page.append(".TP\n.B ")
                .append(text(words))
                .append('\n')
                .append(text(description))
                .append('\n');
    }

    private static String described(CommandSpec spec) {
        return String.join("\n.br\n", spec.usageMessage().description());
    }

    /** Backslashes, dashes and dots at the start of a line mean something else in such a page. */
    private static String text(String words) {
        StringBuilder text = new StringBuilder();
        for (String line : words.split("\n", -1)) {
            String escaped = line.replace("\\", "\\e").replace("-", "\\-");
            boolean command = (escaped.startsWith(".") && !escaped.equals(".br")) || escaped.startsWith("'");
            text.append(text.isEmpty() ? "" : "\n").append(command ? "\\&" : "").append(escaped);
        }
        return text.toString();
    }
}
