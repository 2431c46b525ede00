package dev.jrelease.pipes.images.candidate;

import dev.jrelease.image.Attached;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.candidate.FoundCandidate.Place;
import dev.jrelease.publish.Attachment;
import java.util.List;

/** Brings signatures and all else that refers to a candidate to repositories that the candidate is not in. */
record CandidateAttachments(List<FoundCandidate> candidates, Run run) implements Attachment {

    @Override
    public void attach(ImageRepository repository, List<Manifest> contents) throws InterruptedException {
        ImageReference name = ImageReference.parse(repository.name());
        for (Manifest content : contents) {
            for (FoundCandidate found : candidates) {
                if (found.digest().equals(content.digest()) && !found.isIn(name)) {
                    bring(content, found.nearest(name), repository, name);
                }
            }
        }
    }

    private void bring(Manifest content, Place from, ImageRepository repository, ImageReference name)
            throws InterruptedException {
        Attached attached = Attached.to(content, from.repository()).withoutTagsOf(repository);
        if (attached.isEmpty()) {
            return;
        }
        boolean mounts = from.isAtRegistryOf(name);
        ImageCopy copy = new ImageCopy(
                from.repository(),
                repository,
                blob -> mounts && repository.mount(blob, from.name().repository()),
                run.plan().options().parallelism(),
                run::transferred);
        attached.copyTo(repository, from.repository(), copy);
        run.about(repository.name()).message("holds " + attached.text() + " " + content.digest());
    }
}
