package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.dist.DistFolder;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ResultFiles;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.entry.DockerDigestConfig;
import dev.jrelease.pipes.images.entry.EntryCondition;
import dev.jrelease.publish.TagResult;
import dev.jrelease.template.Template;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Leaves a file with the digest of every tag that was published, one line each as {@code sha256sum} has them: what the
 * tag holds at its registry, be it of this run or adopted. Where nothing is published, as in a snapshot, there is none.
 */
public final class DigestFilePipe implements Pipe<ImageRelease, DigestFileTask> {
    private static final String STANDARD = "digests.txt";

    private final Feature<ImageRelease> feature;
    private final Handover<TagResult> results;

    /** @param results gives what became of the tags */
    public DigestFilePipe(Feature<ImageRelease> feature, Handover<TagResult> results) {
        this.feature = feature;
        this.results = results;
    }

    @Override
    public String name() {
        return "docker digests";
    }

    @Override
    public Feature<ImageRelease> feature() {
        return feature;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.of(SkipWord.PUBLISH);
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of("digests");
    }

    @Override
    public Plan<DigestFileTask> plan(ImageRelease release, Planning planning) {
        DockerDigestConfig digest = release.config().dockerDigest();
        EntryCondition inclusion = new EntryCondition(Optional.empty(), digest.disable());
        boolean disabled = inclusion
                .decide(planning.context(), planning.problems())
                .leftOutBy()
                .isPresent();
        Optional<String> file = file(digest, planning);
        boolean nothing = release.tags().isEmpty();
        return Plan.of(file
                .filter(name -> !disabled && !nothing)
                .map(name -> new DigestFileTask(planning.project().distFolder(), name))
                .stream()
                .toList());
    }

    /** Its name, unless that cannot be filled in or is not one in {@code dist}. */
    private static Optional<String> file(DockerDigestConfig config, Planning planning) {
        Template template =
                config.nameTemplate().filter(name -> !name.isEmpty()).orElse(Template.literal(STANDARD));
        Optional<String> name =
                template.filled(planning.context(), planning.problems()).map(String::strip);
        name.filter(text -> !isFree(text))
                .ifPresent(text -> planning.problems()
                        .error(
                                config.nameTemplate().map(Template::location).orElse(new Location("", 0, 0)),
                                "'" + text + "' cannot be the name of a file of digests",
                                "it is one in the folder dist that nothing else uses"));
        return name.filter(DigestFilePipe::isFree);
    }

    private static boolean isFree(String name) {
        try {
            Path path = Path.of(name).normalize();
            if (path.isAbsolute()) {
                return false;
            }
            String first = path.getName(0).toString();
            return !first.isEmpty()
                    && !first.equals("..")
                    && !DistFolder.keeps(first)
                    && !ResultFiles.NAMES.contains(first);
        } catch (InvalidPathException unnameable) {
            return false;
        }
    }

    @Override
    public List<Artifact> run(DigestFileTask task, Run run) {
        List<TagResult> tags = run.taken(results).stream()
                .filter(tag -> tag.how().isPublished())
                .sorted(Comparator.comparing(tag -> tag.tag().text()))
                .toList();
        String lines = tags.stream()
                .map(tag -> tag.digest().orElseThrow().hex() + "  " + tag.tag().text() + "\n")
                .collect(Collectors.joining());
        try {
            AtomicFile.write(run.dist(), Path.of(task.file()).normalize(), lines);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + task.title())
                    .because(problem)
                    .build();
        }
        run.message("holds the digests of " + tags.size() + (tags.size() == 1 ? " tag" : " tags"));
        return List.of();
    }
}
