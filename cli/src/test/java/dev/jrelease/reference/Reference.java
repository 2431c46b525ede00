package dev.jrelease.reference;

import dev.jrelease.cli.ExitCode;
import dev.jrelease.config.Section;
import dev.jrelease.config.UnrunKey;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.template.function.Function;
import dev.jrelease.template.function.Functions;
import dev.jrelease.template.function.TimeMethods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page docs/reference.md. */
final class Reference {
    private final Markdown page = new Markdown();
    private final Names names = new Names();
    private final List<Section<?>> sections;
    private final List<Pipe<?, ?>> pipes;

    Reference(List<Section<?>> sections, List<Pipe<?, ?>> pipes) {
        this.sections = List.copyOf(sections);
        this.pipes = List.copyOf(pipes);
    }

    String text() {
        beginning();
        new KeyTables(page).write(sections);
        notRun();
        templates();
        commandLine();
        return page.toString();
    }

    private void beginning() {
        page.heading(1, "Reference");
        page.block("""
                Every key, every name and function of templates, and the exit codes. A test writes this page from the
                code. [configuration.md](configuration.md) explains the sections with examples. `jrelease schema` prints
                the keys for editors.""");
        page.items(List.of(
                "[The file](#the-file)",
                "[Templates](#templates): [names](#names), [functions](#functions), [times](#times)",
                "[The command line](#the-command-line)"));
        page.block("""
                The file is read as text: where text is wanted, `386` and `true` will do. A *template* is text in which
                `{{ … }}` is filled in. A *condition* is `true`, `false` or a template that gives one of them. A *duration*
                is written `90s` or `1h30m`, a *platform* `linux/amd64` or `linux/arm/v7`. An empty value is none. Where a
                list has *entries*, each has the keys of the table that is called like it. Keys that begin with `x-` are
                free: a place for YAML anchors.""");
    }

    private void notRun() {
        page.heading(3, "Sections that are not run");
        page.block("GoReleaser knows them; here each gives a warning:");
        page.block(UnrunKey.names().stream().map(Markdown::code).collect(Collectors.joining(", ")) + ".");
        page.block("Nothing in them is read, but for this:");
        new KeyTables(page).writeMentioned(sections);
    }

    private void templates() {
        page.heading(2, "Templates");
        page.heading(3, "Names");
        page.block("""
                `{{ .Version }}`, `{{ Version }}` and `{{ version }}` are one name. The examples are those of a release that
                has version 1.2.3.""");
        page.table(List.of("name", "meaning", "example"), names.everywhere());
        page.block("What is about one platform, as a program or an image, knows these as well:");
        page.table(List.of("name", "meaning", "example"), names.ofOnePlatform());
        page.block("Some entries know more, of what is about them:");
        page.table(List.of("name", "where", "meaning"), names.ofEntries());
        page.heading(3, "Functions");
        page.block(
                "What stands before a pipe is the last argument of what stands behind it: `{{ .Branch | tolower }}`.");
        page.table(
                List.of("function", "gives", "here"),
                Functions.all().stream().map(this::row).toList());
        page.heading(3, "Times");
        page.block("A time such as `.Now` is asked as in Go, `{{ .Now.Format \"2006-01-02\" }}`: "
                + TimeMethods.names().stream().map(Markdown::code).collect(Collectors.joining(", "))
                + ".");
    }

    private List<String> row(Function function) {
        return List.of(
                Markdown.code(function.usage()),
                function.meaning(),
                names.result(function.usage()).orElse(""));
    }

    private void commandLine() {
        page.heading(2, "The command line");
        page.heading(3, "Stages to skip");
        page.block("In the order in which they run; `--skip` takes several words, with commas between them.");
        Map<String, List<String>> stages = new LinkedHashMap<>();
        pipes.forEach(pipe -> {
            pipe.skipWord()
                    .ifPresent(word ->
                            stages.computeIfAbsent(word, _ -> new ArrayList<>()).add(pipe.name()));
            pipe.skippableParts().forEach((word, part) -> stages.put(word, List.of(part)));
        });
        page.table(
                List.of("`--skip`", "leaves out"),
                stages.entrySet().stream()
                        .map(stage -> List.of(Markdown.code(stage.getKey()), String.join(", ", stage.getValue())))
                        .toList());
        page.heading(3, "Exit codes");
        page.table(
                List.of("code", "meaning"),
                ExitCode.meanings().entrySet().stream()
                        .map(code -> List.of(code.getKey(), code.getValue()))
                        .toList());
    }
}
