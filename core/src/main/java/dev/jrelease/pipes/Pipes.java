package dev.jrelease.pipes;

import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipes.before.BeforePipe;
import dev.jrelease.pipes.builds.ProgramsPipe;
import dev.jrelease.pipes.images.BuildImagesPipe;
import dev.jrelease.pipes.images.CombinePipe;
import dev.jrelease.pipes.images.ContentsPipe;
import dev.jrelease.pipes.images.DigestFilePipe;
import dev.jrelease.pipes.images.EntriesPipe;
import dev.jrelease.pipes.images.LookUpPipe;
import dev.jrelease.pipes.images.VerifyImagesPipe;
import dev.jrelease.pipes.publish.PublishPipe;
import dev.jrelease.pipes.signs.SignPipe;
import java.util.List;

/** All stages of a release, in their order. */
public final class Pipes {
    private Pipes() {}

    /** The stages, each with only the clients that it may use. */
    public static List<Pipe<?, ?>> standard(Clients clients) {
        return List.of(
                // commands of the project
                new BeforePipe(),
                // programs that go into images
                new ProgramsPipe(),
                // a file without images is not released
                new EntriesPipe(),
                // one image per platform, through the engine, into dist/oci
                new BuildImagesPipe(
                        clients.engine(),
                        clients.layouts(),
                        clients.registries(),
                        clients.credentials(),
                        clients.secrets()),
                // the platform and the programs of each image
                new VerifyImagesPipe(clients.layouts()),
                // tags of this version that exist are adopted, or stop the release
                LookUpPipe.images(clients.layouts(), clients.registries()),
                // several images under one name, in dist/oci
                new CombinePipe(clients.layouts(), clients.registries()),
                LookUpPipe.indexes(clients.layouts(), clients.registries()),
                // what each tag is to hold
                new ContentsPipe(),
                // signatures of digests, which need no tag
                new SignPipe(),
                // content by digest, then tags that never change, and tags that move last: all of them or none
                new PublishPipe(clients.layouts(), clients.registries()),
                // the digest of every tag, in a file
                new DigestFilePipe());
    }
}
