package dev.jrelease.pipeline;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.CheckedRelease;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.BranchCheck;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a configuration: plans a release, a prerelease and a snapshot, with unknown values for the environment, the
 * repository and files.
 */
public final class ConfigCheck {
    private final Planner planner;
    private final Environment nothing;
    private final Instant now;

    /**
     *
     * @param environment its variables are not read
     */
    public ConfigCheck(Planner planner, Environment environment, Instant now) {
        this.planner = planner;
        this.nothing = new Environment(Map.of(), environment.home(), environment.workingDirectory());
        this.now = now;
    }

    /** Checks the configuration. */
    public CheckReport check(ReleaseConfig config, Problems loading) {
        Problems merged = new Problems();
        merged.addAll(loading);
        BranchCheck branches = new BranchCheck();
        for (CheckedRelease kind : CheckedRelease.values()) {
            Problems problems = new Problems();
            problems.addAll(loading);
            ReleasePlan plan = plan(config, kind, branches, problems);
            merge(problems.list(), kind, config.file().isGoReleaser(), merged);
            if (!merged.hasErrors()) {
                addRefusals(plan, kind, merged);
            }
        }
        return new CheckReport(merged, List.copyOf(branches.variables()));
    }

    /** A plan for each kind of release. */
    public List<ReleasePlan> rehearse(ReleaseConfig config) {
        return Stream.of(CheckedRelease.values())
                .map(kind -> plan(config, kind, new BranchCheck(), new Problems()))
                .toList();
    }

    private ReleasePlan plan(ReleaseConfig config, CheckedRelease kind, BranchCheck branches, Problems problems) {
        ReleaseOptions options = ReleaseOptions.release();
        ReleaseFacts facts = ReleaseFacts.ofCheck(kind, branches, nothing, now);
        return planner.plan(config, facts, facts.snapshot() ? options.asSnapshot() : options, problems);
    }

    /**
     * Merges the problems of the three plans. A warning about something that one kind leaves out counts only if all
     * kinds do. A GoReleaser file without snapshots may still release.
     */
    private static void merge(List<Problem> found, CheckedRelease kind, boolean lenient, Problems merged) {
        Set<String> known = merged.list().stream().map(ConfigCheck::gist).collect(Collectors.toSet());
        for (Problem problem : found) {
            if (kind == CheckedRelease.RELEASE) {
                merged.add(problem);
            } else if (problem.severity() == Severity.ERROR && !known.contains(gist(problem))) {
                Problem such = soFor(kind, problem);
                merged.add(lenient && kind == CheckedRelease.SNAPSHOT ? such.asWarning() : such);
            }
        }
    }

    /** Adds a warning for each task that is refused on every host, at the first place in the file. */
    private static void addRefusals(ReleasePlan plan, CheckedRelease kind, Problems merged) {
        Set<String> known = merged.list().stream().map(Problem::message).collect(Collectors.toSet());
        for (Problem refusal : plan.refusals()) {
            if (known.add(refusal.message())) {
                merged.add(kind == CheckedRelease.RELEASE ? refusal : soFor(kind, refusal));
            }
        }
    }

    private static Problem soFor(CheckedRelease kind, Problem problem) {
        String when = "it is so for a " + kind.name().toLowerCase(Locale.ROOT);
        return problem.withHint(problem.hint().map(hint -> when + "; " + hint).orElse(when));
    }

    /** The location and the message without names and versions, which differ between the plans. */
    private static String gist(Problem problem) {
        return problem.location() + " " + Gist.of(problem.message());
    }
}
