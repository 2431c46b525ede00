package dev.jrelease.pipes.images;

import dev.jrelease.image.Platform;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * What an entry says of its platforms, in its own words.
 *
 * @param stated {@code os/architecture} or {@code os/architecture/variant}
 */
record AskedPlatforms(
        List<Template> stated,
        Optional<String> goos,
        Optional<String> goarch,
        Optional<String> goarm,
        Optional<String> goamd64) {
    private static final String DEFAULT_GOARM = "6";

    AskedPlatforms {
        stated = List.copyOf(stated);
    }

    /** Platforms that the entry lists. */
    static AskedPlatforms of(List<Template> stated) {
        return new AskedPlatforms(stated, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The one platform that goos, goarch and goarm name, with GoReleaser's defaults. */
    Platform single() {
        String architecture = goarch.orElse("amd64");
        String variant = architecture.equals("arm")
                ? "v" + goarm.filter(text -> !text.isEmpty()).orElse(DEFAULT_GOARM)
                : "";
        return Platform.of(goos.orElse("linux"), architecture, variant);
    }

    /** The platform of the programs that go into an image: {@code goamd64} says of which, the image does not tell. */
    Platform ofPrograms(Platform image) {
        boolean isPlainAmd64 =
                image.architecture().equals("amd64") && image.variant().isEmpty();
        return isPlainAmd64 ? Platform.of(image.os(), image.architecture(), goamd64.orElse("")) : image;
    }
}
