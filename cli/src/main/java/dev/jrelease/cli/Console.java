package dev.jrelease.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cli.progress.LiveDisplay;
import dev.jrelease.cli.progress.Paint;
import dev.jrelease.cli.progress.Tint;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.MaskedJson;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.VisibleText;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where words come from and go: results to standard output, everything else to standard error, secrets nowhere. Every
 * text goes out through {@link VisibleText}, so that none of it is a command for a terminal or a CI system.
 */
final class Console {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Redactor redactor;
    private volatile boolean logsJson;
    private volatile Supplier<Paint> paint = () -> Paint.NONE;
    private volatile Consumer<String> words;
    private Optional<GitHubAnnotations> annotations = Optional.empty();

    Console(InputStream in, PrintStream out, PrintStream err, Redactor redactor) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.words = this::printError;
        this.redactor = redactor;
    }

    InputStream in() {
        return in;
    }

    Redactor redactor() {
        return redactor;
    }

    /** For messages of picocli, line by line. */
    PrintWriter outWriter() {
        return new PrintWriter(new ShownLines(this::result), true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(new ShownLines(text -> progress(text.stripTrailing())), true);
    }

    /** Shows problems also as annotations. */
    void annotate(Optional<GitHubAnnotations> inThisWay) {
        this.annotations = inThisWay;
    }

    boolean logsJson() {
        return logsJson;
    }

    /** Everything that is no result is a JSON object on a line of its own from now on. */
    void logJson() {
        logsJson = true;
        annotate(Optional.empty());
    }

    /** Adds an annotation to the page of the run, where problems are annotated. */
    void annotation(Function<GitHubAnnotations, String> line) {
        annotations.ifPresent(all -> annotation(line.apply(all)));
    }

    /**
     * Has the runner of GitHub Actions mask every secret, also in what later steps and other programs print. The runner
     * shows no such line.
     */
    void maskInRunner() {
        annotations.ifPresent(_ ->
                redactor.announceTo(secret -> GitHubAnnotations.mask(secret).ifPresent(this::annotation)));
    }

    /** Begins a group of lines, which GitHub Actions folds. */
    void beginGroup(String title) {
        annotations.ifPresent(_ -> annotation("::group::" + title));
    }

    void endGroup() {
        annotations.ifPresent(_ -> annotation("::endgroup::"));
    }

    void result(String text) {
        print(redactor.redact(text));
    }

    /** The plan. It is masked only where templates wrote secrets, because a name may equal a secret. */
    void plan(String text) {
        print(redactor.redactRendered(text));
    }

    private void print(String text) {
        out.print(new PlainMarks(out.charset()).of(VisibleText.lines(text)));
        out.flush();
    }

    /** Bytes exactly as they are. */
    void raw(byte[] bytes) {
        out.writeBytes(bytes);
        out.flush();
    }

    /** JSON, with secrets already masked. */
    void json(String document) {
        raw(VisibleText.json(document).getBytes(StandardCharsets.UTF_8));
    }

    /** An annotation as a result, on one line. */
    void annotationResult(String line) {
        out.println(VisibleText.inLine(line));
        out.flush();
    }

    /** Gives lines their colours, which are asked for when the first line has one. */
    void paint(Supplier<Paint> colours) {
        paint = colours;
    }

    private String painted(String text, Tint tint) {
        return tint == Tint.PLAIN ? text : paint.get().apply(text, tint);
    }

    /** Hands everything that is no result to a display, until it is given back. */
    void showOn(LiveDisplay display) {
        words = display::print;
    }

    void showOnError() {
        words = this::printError;
    }

    private void printError(String line) {
        err.println(new PlainMarks(err.charset()).of(line));
    }

    /** Text of registries and builds, fit to be shown on one line. */
    String shown(String text) {
        return VisibleText.inLine(redactor.redact(text));
    }

    void progress(String line) {
        progress(line, Tint.PLAIN);
    }

    void progress(String line, Tint tint) {
        logged(redactor.redact(line), tint);
    }

    /** Masked already. */
    synchronized void logged(String lines, Tint tint) {
        words.accept(
                logsJson
                        ? logLine(Json.object().put("event", "log").put("text", lines))
                        : painted(VisibleText.lines(lines), tint));
    }

    /** Something that happened, for machines. */
    synchronized void log(ObjectNode event) {
        MaskedJson.maskKnown(event, redactor);
        words.accept(logLine(event));
    }

    private static String logLine(ObjectNode event) {
        return VisibleText.json(Json.text(event));
    }

    /** Already masked: the workflow command itself must stay. */
    private synchronized void annotation(String line) {
        words.accept(VisibleText.inLine(line));
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
