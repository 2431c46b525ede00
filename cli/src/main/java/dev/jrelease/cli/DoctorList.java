package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvent.Checked;
import dev.jrelease.report.ReleaseEvent.Verdict;
import dev.jrelease.report.ReleaseListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The conditions of a release that were looked at, in the order in which a release needs them. */
final class DoctorList implements ReleaseListener {
    private static final String GIT = "git";
    private static final Pattern PLATFORM = Pattern.compile("[a-z]+/[a-z0-9/]+");
    private static final List<String> ORDER =
            List.of(GIT, "engine", "disk", "", "base ", "candidate ", "push to ", "tag ");

    private final Set<Checked> all = new LinkedHashSet<>();

    /** Checks whether a release can begin, and prints the results. */
    static int show(Releaser releaser, ReleasePlan plan, Console console, TerminalAccess terminal)
            throws InterruptedException {
        DoctorList list = new DoctorList();
        List<ReleaseException> refusals = new ArrayList<>();
        list.git(plan.facts());
        plan.facts().refusal().ifPresent(refusals::add);
        refusals.addAll(releaser.doctor(plan, list));
        refusals.forEach(list::refused);
        console.result(list.text(terminal.resultColumns()));
        return (refusals.isEmpty()
                        ? ExitCode.DONE
                        : ExitCode.of(refusals.getFirst().kind()))
                .code();
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        if (event instanceof Checked checked) {
            all.add(checked);
        }
    }

    /** Adds the check of the repository, which was read before. */
    void git(ReleaseFacts facts) {
        all.add(facts.refusal()
                .map(refusal -> failed(GIT, refusal))
                .orElseGet(() -> new Checked(GIT, Verdict.PASSED, "tag " + facts.tag(), Optional.empty())));
    }

    /** A refusal that no event has reported. */
    void refused(ReleaseException refusal) {
        boolean known = refusal instanceof InvalidConfigurationException
                || all.stream().anyMatch(checked -> checked.found().endsWith(String.valueOf(refusal.getMessage())));
        if (!known) {
            all.add(failed("release", refusal));
        }
    }

    private static Checked failed(String what, ReleaseException refusal) {
        String where = refusal.location().map(place -> place + ": ").orElse("");
        return new Checked(what, Verdict.FAILED, where + refusal.getMessage(), refusal.hint());
    }

    /** @param columns of the terminal; without one, each condition and each hint is one line */
    String text(OptionalInt columns) {
        WordWrap wrap = new WordWrap(columns);
        StringBuilder text = new StringBuilder();
        all.stream()
                .sorted(Comparator.comparingInt(DoctorList::rank).thenComparing(Checked::what))
                .forEach(checked -> text.append(lines(checked, wrap)));
        long failed = count(Verdict.FAILED);
        text.append(
                failed == 0
                        ? "a release can begin"
                        : "a release cannot begin: " + failed + " of " + all.size() + " checks failed");
        return text.append('\n').toString();
    }

    private long count(Verdict verdict) {
        return all.stream().filter(checked -> checked.verdict() == verdict).count();
    }

    private static int rank(Checked checked) {
        for (int i = 0; i < ORDER.size(); i++) {
            String start = ORDER.get(i);
            if (!start.isEmpty() && checked.what().startsWith(start)) {
                return 2 * i;
            }
        }
        int between = 2 * ORDER.indexOf("");
        return PLATFORM.matcher(checked.what()).matches() ? between : between + 1;
    }

    private static String lines(Checked checked, WordWrap wrap) {
        String mark = switch (checked.verdict()) {
            case PASSED -> "✓ ";
            case DOUBTFUL -> "! ";
            case FAILED -> "✗ ";
        };
        return wrap.of(mark + checked.what() + ": " + checked.found())
                + checked.hint().map(hint -> wrap.of("    hint: " + hint)).orElse("");
    }
}
