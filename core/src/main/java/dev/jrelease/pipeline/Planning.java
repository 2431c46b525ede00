package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.TemplateContext;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The inputs of a stage's plan.
 *
 * @param version of this release: the tag's, or the snapshot's
 * @param context names that every template knows
 * @param variables of the section {@code env}, for commands of the release
 * @param lenient whether a location is in a GoReleaser file, in which some keys are only warnings
 * @param features the plans of features, each made when it is first asked for
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
        PlannedFeatures features,
        Problems problems) {

    /** The plan of a feature. */
    public <P> P of(Feature<P> feature) {
        return features.plan(feature, this);
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
}
