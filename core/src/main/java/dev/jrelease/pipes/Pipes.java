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

/** The whole product on one screen: every stage of a release, in order. */
public final class Pipes {
    private Pipes() {}

    /** Each stage is given the doors that it may use, and no others. */
    public static List<Pipe<?, ?>> standard(Clients doors) {
        return List.of(
                // commands of the project's own
                new BeforePipe(),
                // programs that go into images
                new ProgramsPipe(),
                // a file that asks for no image is not released
                new EntriesPipe(),
                // one image per platform, through the engine, into dist/oci
                new BuildImagesPipe(
                        doors.engine(), doors.layouts(), doors.registries(), doors.credentials(), doors.secrets()),
                // each image is what it says
                new VerifyImagesPipe(doors.layouts()),
                // what is in the registries already under these versions is adopted, or refused
                LookUpPipe.images(doors.layouts(), doors.registries()),
                // several images under one name, in dist/oci
                new CombinePipe(doors.layouts(), doors.registries()),
                LookUpPipe.indexes(doors.layouts(), doors.registries()),
                // what each tag is to hold
                new ContentsPipe(),
                // signatures, of digests: no tag has to hold them
                new SignPipe(),
                // content by digest, then tags that never change, and tags that move last: all of them or none
                new PublishPipe(doors.layouts(), doors.registries()),
                // what every tag holds now, in a file
                new DigestFilePipe());
    }
}
