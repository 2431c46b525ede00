package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.IndexBuilder;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.verify.ImageVerifier;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up immutable tags. Content of the same revision that passes verification is adopted: it is copied to the layout,
 * and indexes name it instead of what was built.
 */
record TagSearch(Registries registries, OciLayout layout, ImageVerifier verifier, ObservedTags observed) {

    /** Looks up tags in parallel. All refusals are thrown together. */
    List<FoundTag> findAll(List<ImageTag> tags, ImageContents contents, Run run) throws InterruptedException {
        Map<ImageTag, ReleaseException> refusals = Collections.synchronizedMap(new HashMap<>());
        List<Optional<FoundTag>> found = Parallel.map(run.plan().options().parallelism(), tags, tag -> {
            try {
                return find(tag, contents, run.about(tag.name().text()));
            } catch (ReleaseException refusal) {
                refusal.throwIfInterrupted();
                refusals.put(tag, refusal);
                return Optional.empty();
            }
        });
        Refusals.throwAll(tags.stream()
                .flatMap(tag -> Stream.ofNullable(refusals.get(tag)))
                .toList());
        return found.stream().flatMap(Optional::stream).toList();
    }

    /**
     * Looks up one tag; empty if it may be written. A mirror that fails is left out later, when it is published to.
     */
    private Optional<FoundTag> find(ImageTag tag, ImageContents contents, Run run) throws InterruptedException {
        try {
            return lookUp(tag, contents, run);
        } catch (ReleaseException failure) {
            if (failure.kind() != FailureKind.REGISTRY
                    || !registries.isMirror(tag.name().reference())) {
                throw failure;
            }
            run.message("not looked up: " + failure.reason());
            return Optional.empty();
        }
    }

    private Optional<FoundTag> lookUp(ImageTag tag, ImageContents contents, Run run) throws InterruptedException {
        Repository repository =
                registries.repository(tag.name().reference(), tag.name().access(), run.retry());
        Manifest ours = tag instanceof ImageTag.OfIndex(IndexTask index) && index.isAllThereIs()
                ? made(index, contents)
                : tag.content(contents);
        Optional<Manifest> there =
                new TagLookup(repository, layout, run.plan().options().overwrite(), observed).find(tag.name(), ours);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Manifest found = there.get();
        boolean adopted = !found.digest().equals(ours.digest());
        if (adopted) {
            adopt(tag, found, ours, repository, contents, run);
        }
        return Optional.of(new FoundTag(tag.name(), found, adopted, adopted ? images(tag, found) : Map.of()));
    }

    /** The index with its converted children in the layout, because the lookup compares them, too. */
    private Manifest made(IndexTask index, ImageContents contents) {
        IndexBuilder.Made made = contents.ofBuilt(index);
        made.converted().forEach(layout::writeManifest);
        return made.index();
    }

    private void adopt(
            ImageTag tag, Manifest found, Manifest ours, Repository repository, ImageContents contents, Run run)
            throws InterruptedException {
        new ImageCopy(repository, layout, run.plan().options().parallelism(), run::transferred).copy(List.of(found));
        new Adoption(verifier, tag, contents, run).judge(found, ours);
        layout.tag(
                Stream.concat(Stream.of(tag.name()), moving(tag).stream())
                        .map(ImageName::text)
                        .toList(),
                found.descriptor());
        run.message("adopted " + found.digest() + ", which is there and of the same revision");
    }

    /** The floating names of the same index, which move to what is adopted. */
    private static List<ImageName> moving(ImageTag tag) {
        return tag instanceof ImageTag.OfIndex(IndexTask index)
                ? index.allNames().stream().filter(ImageName::floating).toList()
                : List.of();
    }

    /** The images of an adopted index by the images without names that they replace. */
    private Map<ImageKey, ImageManifest> images(ImageTag tag, Manifest found) {
        Map<ImageKey, ImageManifest> images = new LinkedHashMap<>();
        if (tag instanceof ImageTag.OfIndex(IndexTask index)
                && index.isAllThereIs()
                && found instanceof ImageIndex theirs) {
            for (IndexChild child : index.children()) {
                if (child instanceof IndexChild.Built built) {
                    theirs.manifests().stream()
                            .filter(descriptor -> descriptor
                                    .platform()
                                    .filter(built.image().platform()::matches)
                                    .isPresent())
                            .findFirst()
                            .map(descriptor -> layout.manifest(descriptor.digest()))
                            .filter(ImageManifest.class::isInstance)
                            .ifPresent(image -> images.put(built.image(), (ImageManifest) image));
                }
            }
        }
        return images;
    }
}
