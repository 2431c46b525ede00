package dev.jrelease.manifest;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.places.Places;
import dev.jrelease.places.Target;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import java.util.List;
import java.util.Optional;

/** Brings an index with its images to a place, and writes its names when everything is there. */
record IndexDelivery(Places places, ReleaseEvents events, int parallelism) {

    /** Refuses a place that holds no index. */
    static void check(Place place) {
        if (place instanceof Place.InArchive || place instanceof Place.InEngine) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "write an index to " + place.text())
                    .because("only registries and layouts hold one")
                    .hint("write REF or oci:DIR[:NAME]")
                    .build();
        }
    }

    /** @param names all in one repository or layout */
    void deliver(Manifest index, FoundContent content, List<Place> names) throws InterruptedException {
        for (Place name : names) {
            try (Target target = places.target(name, Optional.empty())) {
                if (name.equals(names.getFirst())) {
                    copy(index, content, target.sink(), name);
                }
                target.name(index);
            }
        }
    }

    private void copy(Manifest index, FoundContent content, ImageSink sink, Place place) throws InterruptedException {
        TaskId task = new TaskId("manifest", 1, place.text(), Optional.empty());
        new ImageCopy(
                        content,
                        sink,
                        blob -> content.isMounted(blob, sink),
                        parallelism,
                        transfer -> events.add(new ReleaseEvent.Transferred(task, transfer)))
                .copy(List.of(index));
    }
}
