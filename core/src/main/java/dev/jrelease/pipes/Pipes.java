package dev.jrelease.pipes;

import dev.jrelease.artifact.PublishedName;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipes.before.BeforePipe;
import dev.jrelease.pipes.builds.ProgramsPipe;
import dev.jrelease.pipes.builds.VersionPipe;
import dev.jrelease.pipes.images.BuildImagesPipe;
import dev.jrelease.pipes.images.BuiltImage;
import dev.jrelease.pipes.images.ContentsPipe;
import dev.jrelease.pipes.images.DigestFilePipe;
import dev.jrelease.pipes.images.EntriesPipe;
import dev.jrelease.pipes.images.ImageRelease;
import dev.jrelease.pipes.images.TakeImagesPipe;
import dev.jrelease.pipes.images.VerifyImagesPipe;
import dev.jrelease.pipes.publish.PublishPipe;
import dev.jrelease.pipes.signs.SignPipe;
import dev.jrelease.publish.Publishable;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.TagResult;
import java.util.List;
import java.util.stream.Stream;

/** All stages of a release, in their order. */
public final class Pipes {
    private Pipes() {}

    /** The stages, each with only the clients that it may use, and with what it takes from others and gives to them. */
    public static List<Pipe<?, ?>> standard(Clients clients) {
        Feature<ImageRelease> images = ImageRelease.feature(ProgramsPipe.PROGRAMS);
        Handover<BuiltImage> built = new Handover<>(BuiltImage.class);
        Stream<Pipe<?, ?>> making = Stream.of(
                // a tag of another version than the project's is not released
                new VersionPipe(BeforePipe.COMMANDS),
                // commands of the project
                new BeforePipe(),
                // programs that go into images
                new ProgramsPipe(),
                // a file without images is not released
                new EntriesPipe(images),
                // one image per platform, through the engine, into dist/oci
                new BuildImagesPipe(
                        images,
                        built,
                        clients.engine(),
                        clients.layouts(),
                        clients.registries(),
                        clients.credentials(),
                        clients.secrets(),
                        clients.cache()));
        return Stream.concat(making, publishing(images, built, clients)).toList();
    }

    /** The stages of a release of images that were built before. */
    public static List<Pipe<?, ?>> ofBuiltBefore(Clients clients) {
        Feature<ImageRelease> images = ImageRelease.feature(ProgramsPipe.PROGRAMS);
        Handover<BuiltImage> built = new Handover<>(BuiltImage.class);
        Stream<Pipe<?, ?>> taking = Stream.of(
                new VersionPipe(BeforePipe.COMMANDS),
                new EntriesPipe(images),
                new TakeImagesPipe(images, built, clients.layouts()));
        return Stream.concat(taking, publishing(images, built, clients)).toList();
    }

    private static Stream<Pipe<?, ?>> publishing(
            Feature<ImageRelease> images, Handover<BuiltImage> built, Clients clients) {
        Feature<List<PublishedName>> names = images.map(ImageRelease::names);
        Feature<List<Tag>> tags = images.map(ImageRelease::published);
        Handover<Publishable> contents = new Handover<>(Publishable.class);
        Handover<TagResult> results = new Handover<>(TagResult.class);
        return Stream.of(
                // the platform and the programs of each image
                new VerifyImagesPipe(images, built, clients.layouts(), clients.cache()),
                // several images under one name, in dist/oci; tags of this version that exist are adopted, or stop it
                new ContentsPipe(images, clients.layouts(), clients.registries(), built, contents),
                // signatures of digests, which need no tag
                new SignPipe(names),
                // content by digest, then tags that never change, and tags that move last: all of them or none
                new PublishPipe(clients.layouts(), clients.registries(), tags, contents, results),
                // the digest of every tag, in a file
                new DigestFilePipe(images, results));
    }
}
