package dev.jrelease.pipes;

import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipes.before.BeforePipe;
import dev.jrelease.pipes.builds.ProgramsPipe;
import dev.jrelease.pipes.builds.VersionPipe;
import dev.jrelease.pipes.images.BuildImagesPipe;
import dev.jrelease.pipes.images.BuiltImage;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.pipes.images.ContentsPipe;
import dev.jrelease.pipes.images.DigestFilePipe;
import dev.jrelease.pipes.images.EntriesPipe;
import dev.jrelease.pipes.images.ImageRelease;
import dev.jrelease.pipes.images.TakeImagesPipe;
import dev.jrelease.pipes.images.VerifyImagesPipe;
import dev.jrelease.pipes.images.candidate.CandidatePipe;
import dev.jrelease.pipes.publish.PublishPipe;
import dev.jrelease.pipes.signs.SignPipe;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.publish.PreparedContent;
import dev.jrelease.publish.TagResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All stages of a release, in their order. */
public final class Pipes {
    /** The images of a release. */
    public static final Feature<ImageRelease> IMAGES = ImageRelease.feature(ProgramsPipe.PROGRAMS);

    private Pipes() {}

    /** The stages, each with only the clients that it may use, and with what it takes from others and gives to them. */
    public static List<Pipe<?, ?>> standard(Clients clients) {
        Handover<BuiltImage> built = new Handover<>(BuiltImage.class);
        ObservedTags observed = new ObservedTags();
        Stream<Pipe<?, ?>> making = Stream.of(
                // a tag of another version than the project's is not released
                new VersionPipe(BeforePipe.COMMANDS),
                // commands of the project
                new BeforePipe(),
                // programs that go into images
                new ProgramsPipe(),
                // a file without images is not released
                new EntriesPipe(IMAGES),
                // one image per platform, through the engine, into dist/oci
                new BuildImagesPipe(IMAGES, built, clients, observed));
        return Stream.concat(making, publishing(built, observed, clients)).toList();
    }

    /** The stages of a release of images that were built before. */
    public static List<Pipe<?, ?>> ofBuiltBefore(Clients clients) {
        Handover<BuiltImage> built = new Handover<>(BuiltImage.class);
        Stream<Pipe<?, ?>> taking = Stream.of(
                new VersionPipe(BeforePipe.COMMANDS),
                new EntriesPipe(IMAGES),
                new TakeImagesPipe(IMAGES, built, clients.layouts()));
        return Stream.concat(taking, publishing(built, new ObservedTags(), clients))
                .toList();
    }

    /**
     * The stages of a release of what was published as a candidate.
     *
     * @param candidate its images, as its own release had them
     * @param version of the candidate
     */
    public static List<Pipe<?, ?>> ofCandidate(Clients clients, ImageRelease candidate, String version) {
        Handover<PreparedContent> contents = new Handover<>(PreparedContent.class);
        Stream<Pipe<?, ?>> finding = Stream.of(
                new EntriesPipe(IMAGES),
                // what the tags of the candidate hold, for those of the release
                new CandidatePipe(IMAGES, candidate, version, clients.registries(), contents));
        return Stream.concat(finding, transaction(contents, Optional.empty(), clients))
                .toList();
    }

    /** The stages of a promotion that follow those that find the candidate. */
    public static List<Pipe<?, ?>> afterCandidate(Clients clients) {
        Handover<PreparedContent> contents = new Handover<>(PreparedContent.class);
        return transaction(contents, Optional.empty(), clients).toList();
    }

    private static Stream<Pipe<?, ?>> publishing(Handover<BuiltImage> built, ObservedTags observed, Clients clients) {
        Handover<PreparedContent> contents = new Handover<>(PreparedContent.class);
        Stream<Pipe<?, ?>> combining = Stream.of(
                // the platform and the programs of each image
                new VerifyImagesPipe(IMAGES, built, clients.layouts(), clients.cache()),
                // several images under one name, in dist/oci; tags of this version that exist are adopted, or stop it
                new ContentsPipe(IMAGES, clients.layouts(), clients.registries(), built, contents, observed),
                // signatures of digests, which need no tag
                new SignPipe(IMAGES.map(ImageRelease::names)));
        return Stream.concat(combining, transaction(contents, Optional.of(observed), clients));
    }

    private static Stream<Pipe<?, ?>> transaction(
            Handover<PreparedContent> contents, Optional<ObservedTags> observed, Clients clients) {
        Handover<TagResult> results = new Handover<>(TagResult.class);
        return Stream.of(
                // content by digest, then tags that never change, and tags that move last: all of them or none
                new PublishPipe(clients.registries(), IMAGES.map(ImageRelease::published), contents, results, observed),
                // the digest of every tag, in a file
                new DigestFilePipe(IMAGES, results));
    }
}
