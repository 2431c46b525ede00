package dev.jrelease.places;

import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.layout.OciLayout;

/** A layout, which is closed with all layouts of the run. */
record LayoutTarget(OciLayout sink, Place.InLayout place) implements Target {

    @Override
    public void name(Manifest manifest) {
        place.name()
                .ifPresentOrElse(name -> sink.tag(name, manifest.descriptor()), () -> sink.list(manifest.descriptor()));
    }

    @Override
    public void close() {}
}
