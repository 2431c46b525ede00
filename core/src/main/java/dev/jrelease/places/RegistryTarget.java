package dev.jrelease.places;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.registry.Repository;

/** A repository, where the name is a tag; a reference with a digest holds only that content. */
record RegistryTarget(Repository sink, Place.InRegistry place) implements Target {

    @Override
    public void name(Manifest manifest) {
        place.reference()
                .digest()
                .filter(digest -> !digest.equals(manifest.digest()))
                .ifPresent(other -> {
                    throw ReleaseException.couldNot(FailureKind.USAGE, "write " + place.text())
                            .because("the content has the digest " + manifest.digest())
                            .hint("leave the digest out")
                            .build();
                });
        place.reference().tag().ifPresent(tag -> sink.writeTag(tag, manifest));
    }

    @Override
    public void close() {}
}
