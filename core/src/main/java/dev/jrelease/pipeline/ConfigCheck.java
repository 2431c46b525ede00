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
 * Finds what is wrong with a configuration, and knows nothing else: it plans a release, a prerelease and a snapshot, in
 * which what only the environment, the repository and files say is not known.
 */
public final class ConfigCheck {
    private final Planner planner;
    private final Environment nothing;
    private final Instant now;

    /** @param environment whose variables are not looked at */
    public ConfigCheck(Planner planner, Environment environment, Instant now) {
        this.planner = planner;
        this.nothing = new Environment(Map.of(), environment.home(), environment.workingDirectory());
        this.now = now;
    }

    /** Finds everything, in one go. */
    public CheckReport check(ReleaseConfig config, Problems loading) {
        Problems told = new Problems();
        told.addAll(loading);
        BranchCheck branches = new BranchCheck();
        for (CheckedRelease kind : CheckedRelease.values()) {
            Problems problems = new Problems();
            problems.addAll(loading);
            ReleasePlan plan = plan(config, kind, branches, problems);
            tell(problems.list(), kind, config.file().isGoReleaser(), told);
            if (!told.hasErrors()) {
                tellRefusals(plan, kind, told);
            }
        }
        return new CheckReport(told, List.copyOf(branches.variables()));
    }

    /** What would be done, a plan for each kind of release. */
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
     * A warning of what is not released is one only if that never is. A file of GoReleaser's that makes no snapshots
     * may still release what it says.
     */
    private static void tell(List<Problem> found, CheckedRelease kind, boolean lenient, Problems told) {
        Set<String> known = told.list().stream().map(ConfigCheck::gist).collect(Collectors.toSet());
        for (Problem problem : found) {
            if (kind == CheckedRelease.RELEASE) {
                told.add(problem);
            } else if (problem.severity() == Severity.ERROR && !known.contains(gist(problem))) {
                Problem such = soFor(kind, problem);
                told.add(lenient && kind == CheckedRelease.SNAPSHOT ? such.asWarning() : such);
            }
        }
    }

    /** Warns of what is refused whatever is on the machine and in registries, where it is first in the file. */
    private static void tellRefusals(ReleasePlan plan, CheckedRelease kind, Problems told) {
        Set<String> known = told.list().stream().map(Problem::message).collect(Collectors.toSet());
        for (Problem refusal : plan.refusals()) {
            if (known.add(refusal.message())) {
                told.add(kind == CheckedRelease.RELEASE ? refusal : soFor(kind, refusal));
            }
        }
    }

    private static Problem soFor(CheckedRelease kind, Problem problem) {
        String when = "it is so for a " + kind.name().toLowerCase(Locale.ROOT);
        return problem.withHint(problem.hint().map(hint -> when + "; " + hint).orElse(when));
    }

    /** The place and the words, without the names and versions in between, which differ from release to release. */
    private static String gist(Problem problem) {
        return problem.location() + " " + Gist.of(problem.message());
    }
}
