package dev.jrelease.copy;

import dev.jrelease.image.Attached;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.ImageSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.image.TaggedImages;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.places.Places;
import dev.jrelease.places.Target;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * Copies an image or index byte for byte, and what refers to it. What the place has is not sent again. The name is
 * written last, when everything is there.
 */
public final class Copy {
    private final Places places;
    private final CopyRequest request;
    private final ReleaseEvents events;
    private final TaskId task;

    public Copy(Places places, CopyRequest request, ReleaseEvents events) {
        this.places = places;
        this.request = request;
        this.events = events;
        this.task = new TaskId(
                "copy", 1, request.from().text() + " → " + request.to().text(), Optional.empty());
    }

    /** The image or index as it is in the place now. */
    public Manifest run() throws InterruptedException {
        PlacedImage image = places.image(request.from());
        Manifest chosen = new Selection(image, request, places.capacity(request.to())).manifest();
        try (Target target = places.target(request.to(), image.reference())) {
            ImageCopy copy = copy(image, target.sink());
            copy.copy(List.of(chosen));
            if (image.source() instanceof TaggedImages source) {
                attach(Attached.to(chosen, source), source, target.sink(), copy);
            }
            target.name(chosen);
            return chosen;
        }
    }

    private ImageCopy copy(PlacedImage image, ImageSink sink) {
        return new ImageCopy(
                image.source(),
                sink,
                blob -> isMounted(blob, sink),
                request.parallelism(),
                transfer -> events.add(new ReleaseEvent.Transferred(task, transfer)));
    }

    private boolean isMounted(Descriptor blob, ImageSink sink) {
        return request.from() instanceof Place.InRegistry from
                && request.to() instanceof Place.InRegistry to
                && from.reference().registry().equals(to.reference().registry())
                && sink instanceof ImageRepository repository
                && repository.mount(blob, from.reference().repository());
    }

    private void attach(Attached attached, TaggedImages source, ImageSink sink, ImageCopy copy)
            throws InterruptedException {
        if (attached.isEmpty()) {
            return;
        }
        if (!(sink instanceof TaggedImages place)) {
            events.add(new ReleaseEvent.Warning(
                    task, "left out " + attached.text() + ": " + request.to().text() + " cannot hold them"));
            return;
        }
        attached.copyTo(place, source, copy);
        events.add(new ReleaseEvent.Message(task, "copied " + attached.text()));
    }
}
