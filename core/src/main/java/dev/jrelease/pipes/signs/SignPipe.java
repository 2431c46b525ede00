package dev.jrelease.pipes.signs;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.DuplicateIds;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import java.util.List;
import java.util.Optional;

/** Plans signatures of published digests. It does not make them yet, and so it stops a release. */
public final class SignPipe implements Pipe<SignsConfig, SignTask> {
    private static final String NAME = "sign";

    private final Feature<List<PublishedName>> published;

    /** @param published what stages publish, as planned */
    public SignPipe(Feature<List<PublishedName>> published) {
        this.published = published;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Feature<SignsConfig> feature() {
        return Feature.of(SignsConfig.SECTION);
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of("docker_signs");
    }

    private static void check(SignsConfig config, Problems problems) {
        DuplicateIds ids = new DuplicateIds(problems);
        config.dockerSigns()
                .forEach(entry -> ids.add(
                        entry.idOrDefault(),
                        entry.id().map(Located::location).orElse(entry.location()),
                        entry.location()));
    }

    @Override
    public Plan<SignTask> plan(SignsConfig config, Planning planning) {
        check(config, planning.problems());
        if (!planning.options().publishes()) {
            return config.dockerSigns().isEmpty() ? Plan.of(List.of()) : Plan.skip("nothing is published");
        }
        return Plan.of(config.dockerSigns().stream()
                .flatMap(entry -> new SignPlanner(entry, planning).plan(planning.of(published)).stream())
                .toList());
    }

    @Override
    public Optional<ReleaseException> refusal(SignTask task) {
        return Optional.of(notDone(task));
    }

    @Override
    public List<Artifact> run(SignTask task, Run run) {
        throw notDone(task);
    }

    private static ReleaseException notDone(SignTask task) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "make the signatures of docker_signs")
                .because("jrelease plans signatures, but does not make them yet")
                .hint("release with --skip=" + NAME + ", then sign the digests that it reports")
                .at(task.location())
                .build();
    }
}
