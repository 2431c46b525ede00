package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.TemplateContext;
import java.util.List;

/**
 * What a stage may look at while it plans.
 *
 * @param version of this release: the tag's, or the snapshot's
 * @param context names that every template knows
 * @param lenient whether the file is one of GoReleaser's, which may ask for more than is done here
 * @param promised what the stages before this one will produce, as far as that is known
 */
public record Planning(
        ReleaseFacts facts,
        ReleaseOptions options,
        ProjectConfig project,
        String projectName,
        String version,
        TemplateContext context,
        boolean lenient,
        List<Artifact> promised,
        Problems problems) {

    public Planning {
        promised = List.copyOf(promised);
    }

    /** What the stages before this one will produce of this kind. */
    public <A extends Artifact> List<A> promised(Class<A> kind) {
        return promised.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Tells of something that is asked for and not done: an error, or in a file of GoReleaser's a warning. */
    public void notFollowed(Location location, String message, String hint) {
        if (lenient) {
            problems.warning(location, message, hint);
        } else {
            problems.error(location, message, hint);
        }
    }

    Planning after(List<Artifact> morePromises) {
        return new Planning(facts, options, project, projectName, version, context, lenient, morePromises, problems);
    }

    Planning of(ConfigFile file) {
        return new Planning(
                facts, options, project, projectName, version, context, file.isGoReleaser(), promised, problems);
    }
}
