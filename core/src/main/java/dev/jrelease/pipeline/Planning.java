package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a stage may look at while it plans.
 *
 * @param version of this release: the tag's, or the snapshot's
 * @param context names that every template knows
 * @param promised what the stages before this one will produce, as far as that is known
 */
public record Planning(
        ReleaseFacts facts,
        ReleaseOptions options,
        ProjectConfig project,
        String projectName,
        String version,
        TemplateContext context,
        List<Artifact> promised,
        Problems problems,
        WorkedOut workedOut) {

    Planning(
            ReleaseFacts facts,
            ReleaseOptions options,
            ProjectConfig project,
            String projectName,
            String version,
            TemplateContext context,
            Problems problems) {
        this(facts, options, project, projectName, version, context, List.of(), problems, new WorkedOut());
    }

    public Planning {
        promised = List.copyOf(promised);
    }

    /** What the stages before this one will produce of this kind. */
    public <A extends Artifact> List<A> promised(Class<A> kind) {
        return promised.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Works something out when a stage first asks for it; stages after that one are given the same. */
    public <T> T once(Class<T> what, Supplier<T> work) {
        return workedOut.once(what, work);
    }

    Planning after(List<Artifact> morePromises) {
        return new Planning(facts, options, project, projectName, version, context, morePromises, problems, workedOut);
    }
}
