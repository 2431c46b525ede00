package dev.jrelease.manifest;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.ImageSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.places.Places;
import dev.jrelease.places.Target;
import dev.jrelease.publish.WaitTimes;
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

    /** @param names all in one repository or layout; of several tags, all are written or none */
    void deliver(Manifest index, FoundContent content, List<Place> names) throws InterruptedException {
        TaskId task = new TaskId("manifest", 1, names.getFirst().text(), Optional.empty());
        try (Target target = places.target(names.getFirst(), Optional.empty())) {
            List<Place.InRegistry> tags = tags(names);
            if (target.sink() instanceof ImageRepository repository && tags.size() > 1) {
                new TagTransaction(repository, places.access(), parallelism, WaitTimes.STANDARD, events, task)
                        .run(index, content, tags);
                return;
            }
            copy(index, content, target.sink(), task);
            target.name(index);
        }
        for (Place further : names.subList(1, names.size())) {
            try (Target target = places.target(further, Optional.empty())) {
                target.name(index);
            }
        }
    }

    /** The names, if all are tags. */
    private static List<Place.InRegistry> tags(List<Place> names) {
        List<Place.InRegistry> tags = names.stream()
                .filter(Place.InRegistry.class::isInstance)
                .map(Place.InRegistry.class::cast)
                .filter(name -> name.reference().digest().isEmpty())
                .toList();
        return tags.size() == names.size() ? tags : List.of();
    }

    private void copy(Manifest index, FoundContent content, ImageSink sink, TaskId task) throws InterruptedException {
        new ImageCopy(
                        content,
                        sink,
                        blob -> content.isMounted(blob, sink),
                        parallelism,
                        transfer -> events.add(new ReleaseEvent.Transferred(task, transfer)))
                .copy(List.of(index));
    }
}
