package dev.jrelease.manifest;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ChildDescriptors;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.IndexBuilder;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.places.Places;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an index of images that are in places, and publishes it: content first, names last. */
public final class IndexCreation {
    private final Places places;
    private final IndexRequest request;
    private final ReleaseEvents events;
    private final TaskId task;
    private final FoundContent content = new FoundContent();

    public IndexCreation(Places places, IndexRequest request, ReleaseEvents events) {
        this.places = places;
        this.request = request;
        this.events = events;
        this.task = new TaskId("manifest create", 1, request.target().text(), Optional.empty());
    }

    /** Reads the sources, and makes the index without writing anything. */
    public ImageIndex make() throws InterruptedException {
        request.targets().forEach(IndexDelivery::check);
        Optional<PlacedImage> held = held();
        IndexFormat format = format(held);
        IndexBuilder builder = new IndexBuilder(format, request.form());
        held.ifPresent(before -> {
            content.add(before);
            builder.add(new ChildDescriptors(content).in(before.manifest()));
            if (before.manifest() instanceof ImageIndex index) {
                builder.annotate(index.annotations());
            }
        });
        builder.replace(children()).annotate(request.annotations());
        refuse(builder, format);
        return request.target() instanceof Place.InLayout ? builder.oci() : inFormat(builder);
    }

    private Optional<PlacedImage> held() throws InterruptedException {
        return request.amended().isPresent() ? places.existing(request.amended().get()) : Optional.empty();
    }

    /** Brings a made index and its images to where it was asked for. */
    public void publish(ImageIndex made, int parallelism) throws InterruptedException {
        new IndexDelivery(places, events, parallelism).deliver(made, content, request.targets());
    }

    /** An index stays of the format that it has, unless another one is asked for. */
    private IndexFormat format(Optional<PlacedImage> held) {
        String before = held.map(image -> image.manifest().mediaType()).orElse("");
        return switch (before) {
            case MediaTypes.OCI_INDEX -> request.format() == IndexFormat.AUTO ? IndexFormat.OCI : request.format();
            case MediaTypes.DOCKER_LIST -> request.format() == IndexFormat.AUTO ? IndexFormat.DOCKER : request.format();
            default -> request.format();
        };
    }

    private ImageIndex inFormat(IndexBuilder builder) {
        IndexBuilder.Made made = builder.build(content);
        content.addMade(made.converted());
        made.leftOut()
                .forEach(child -> events.add(new ReleaseEvent.Warning(
                        task, "left out, because a Docker manifest list names only images: " + child.digest())));
        return made.index();
    }

    private List<Descriptor> children() throws InterruptedException {
        List<Descriptor> all = new ArrayList<>();
        for (IndexSource source : request.orderedSources()) {
            for (PlacedImage image : images(source)) {
                all.addAll(children(image, source));
            }
        }
        return all;
    }

    private List<PlacedImage> images(IndexSource source) throws InterruptedException {
        if (!request.ignoreMissing()) {
            return places.images(source.place());
        }
        Optional<PlacedImage> found = places.existing(source.place());
        if (found.isEmpty()) {
            events.add(new ReleaseEvent.Warning(
                    task, "left out, because there is none: " + source.place().text()));
        }
        return found.stream().toList();
    }

    private List<Descriptor> children(PlacedImage image, IndexSource source) {
        content.add(image);
        List<Descriptor> children = new ChildDescriptors(content).in(image.manifest());
        List<Descriptor> stated = children.stream()
                .map(child ->
                        child.realPlatform().isPresent() ? source.override().on(child) : child)
                .toList();
        if (!source.override().equals(PlatformOverride.NONE)
                && children.stream()
                                .filter(child -> child.realPlatform().isPresent())
                                .count()
                        > 1) {
            throw failure("it is an index of several images, which cannot all be for one platform")
                    .hint("annotate an image of it: name it with its digest")
                    .build();
        }
        stated.forEach(child -> events.add(new ReleaseEvent.Message(
                task,
                child.platform().map(Platform::toString).orElse("no platform") + "  " + child.digest() + "  "
                        + source.place().text())));
        return stated;
    }

    private void refuse(IndexBuilder builder, IndexFormat format) {
        if (builder.children().isEmpty()) {
            throw failure("there is no image for it").build();
        }
        if (format == IndexFormat.DOCKER && request.target() instanceof Place.InLayout) {
            throw failure("a layout holds an OCI index")
                    .hint("give --format oci here, and --format docker to manifest push")
                    .build();
        }
        if (format == IndexFormat.DOCKER && builder.isAnnotated()) {
            throw failure("a Docker manifest list has no annotations")
                    .hint("leave out the annotations, or give --format oci")
                    .build();
        }
        Map<Platform, Descriptor> known = new HashMap<>();
        for (Descriptor child : builder.children()) {
            child.realPlatform().ifPresent(platform -> {
                Descriptor other = known.putIfAbsent(platform.normalized(), child);
                if (other != null) {
                    throw failure("two images are for " + platform + ": " + other.digest() + " and " + child.digest())
                            .hint("state the platform of one with --annotate SOURCE=os/arch/variant")
                            .build();
                }
            });
        }
    }

    private ReleaseException.Builder failure(String why) {
        return ReleaseException.couldNot(
                        FailureKind.USAGE, "make the index " + request.target().text())
                .because(why);
    }
}
