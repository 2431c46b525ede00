package dev.jrelease.pipeline;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.Guess;
import dev.jrelease.facts.Invention;
import dev.jrelease.facts.Invention.Kind;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.Inspection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans releases that never were, to find what is wrong with a configuration: a release, a prerelease and a snapshot.
 *
 * <p>What has to be guessed is a word at first. If that seems to be wrong somewhere, other guesses follow, and only
 * what is wrong with all of them is told.
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
        Set<String> variables = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            Look first = look(config, kind, Guess.NAME, loading);
            variables.addAll(first.inspection().variables());
            Stream<Look> others = Guess.OTHERS.stream().map(guess -> look(config, kind, guess, loading));
            tell(first.certain(others.iterator()), kind, config.file().isGoReleaser(), told);
        }
        return new CheckReport(told, List.copyOf(variables));
    }

    /**
     * What would be done, some plans for each kind: what is guessed is a word, or says yes. Plans of what cannot be
     * planned so are what is left of them.
     */
    public List<ReleasePlan> rehearse(ReleaseConfig config) {
        return Stream.of(Guess.NAME, Guess.YES)
                .flatMap(guess -> Stream.of(Kind.values()).map(kind -> new Invention(kind, guess, new Inspection())))
                .map(invention -> plan(config, invention, new Problems()))
                .toList();
    }

    private Look look(ReleaseConfig config, Kind kind, Guess guess, Problems loading) {
        Problems problems = new Problems();
        problems.addAll(loading);
        Inspection inspection = new Inspection();
        plan(config, new Invention(kind, guess, inspection), problems);
        return new Look(problems.list(), inspection);
    }

    private ReleasePlan plan(ReleaseConfig config, Invention invention, Problems problems) {
        ReleaseOptions options = ReleaseOptions.release();
        ReleaseFacts facts = ReleaseFacts.madeUp(invention, nothing, now);
        return planner.planOnce(config, facts, facts.snapshot() ? options.asSnapshot() : options, problems);
    }

    /**
     * A warning of what is not released is one only if that never is. A file of GoReleaser's that makes no snapshots
     * may still release what it says.
     */
    private static void tell(List<Problem> found, Kind kind, boolean lenient, Problems told) {
        Set<String> known = told.list().stream().map(ConfigCheck::gist).collect(Collectors.toSet());
        for (Problem problem : found) {
            if (kind == Kind.RELEASE) {
                told.add(problem);
            } else if (problem.severity() == Severity.ERROR && !known.contains(gist(problem))) {
                String when = "it is so for a " + kind.name().toLowerCase(Locale.ROOT);
                Problem such = problem.withHint(
                        problem.hint().map(hint -> when + "; " + hint).orElse(when));
                told.add(lenient && kind == Kind.SNAPSHOT ? such.asWarning() : such);
            }
        }
    }

    /** The place and the words, without the names and versions in between, which differ from release to release. */
    private static String gist(Problem problem) {
        return problem.location() + " "
                + problem.message().replaceAll("'[^']*'", "").replaceAll("\\S*[^a-z\\s]\\S*", "");
    }
}
