package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The inputs of a stage's plan.
 *
 * @param version of this release: the tag's, or the snapshot's
 * @param context names that every template knows
 * @param variables of the section {@code env}, for commands of the release
 * @param lenient whether a location is in a GoReleaser file, in which some keys are only warnings
 * @param promised results of the stages before this one, if they are known
 */
public record Planning(
        ReleaseFacts facts,
        ReleaseOptions options,
        ProjectConfig project,
        String projectName,
        String version,
        TemplateContext context,
        Map<String, String> variables,
        Predicate<Location> lenient,
        List<Artifact> promised,
        Problems problems) {

    /** The inputs of the first stage. */
    public Planning(
            ReleaseFacts facts,
            ReleaseOptions options,
            ProjectConfig project,
            String projectName,
            String version,
            TemplateContext context,
            Map<String, String> variables,
            Predicate<Location> lenient,
            Problems problems) {
        this(facts, options, project, projectName, version, context, variables, lenient, List.of(), problems);
    }

    public Planning {
        promised = List.copyOf(promised);
    }

    /** The results of this type that earlier stages will produce. */
    public <A extends Artifact> List<A> promised(Class<A> kind) {
        return promised.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether a location is in a GoReleaser file. */
    public boolean isLenient(Location place) {
        return lenient.test(place);
    }

    /** Reports something that is not followed: an error, or in a GoReleaser file a warning. */
    public void notFollowed(Location location, String message, String hint) {
        if (isLenient(location)) {
            problems.warning(location, message, hint);
        } else {
            problems.error(location, message, hint);
        }
    }

    Planning after(List<Artifact> morePromises) {
        return new Planning(
                facts, options, project, projectName, version, context, variables, lenient, morePromises, problems);
    }
}
