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
 * What a stage may look at while it plans.
 *
 * @param version of this release: the tag's, or the snapshot's
 * @param context names that every template knows
 * @param variables that {@code env} of the configuration sets, for commands that the release runs
 * @param lenient whether a place is in a file of GoReleaser's, which may ask for more than is done here
 * @param promised what the stages before this one will produce, as far as that is known
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

    /** At the beginning, when nothing has been promised. */
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

    /** What the stages before this one will produce of this kind. */
    public <A extends Artifact> List<A> promised(Class<A> kind) {
        return promised.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether a place is in a file of GoReleaser's. */
    public boolean isLenient(Location place) {
        return lenient.test(place);
    }

    /** Tells of something that is asked for and not done: an error, or in a file of GoReleaser's a warning. */
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
