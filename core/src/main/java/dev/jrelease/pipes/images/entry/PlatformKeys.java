package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Located;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * The platforms of an entry, as its keys state them.
 *
 * @param stated {@code os/architecture} or {@code os/architecture/variant}
 */
public record PlatformKeys(
        List<Template> stated,
        Optional<Located<String>> goos,
        Optional<Located<String>> goarch,
        Optional<Located<String>> goarm,
        Optional<Located<String>> goamd64) {
    public PlatformKeys {
        stated = List.copyOf(stated);
        goos = said(goos);
        goarch = said(goarch);
        goarm = said(goarm);
        goamd64 = said(goamd64);
    }

    private static Optional<Located<String>> said(Optional<Located<String>> text) {
        return text.filter(located -> !located.value().isBlank());
    }

    /** The platforms of a list. */
    static PlatformKeys of(List<Template> stated) {
        return new PlatformKeys(stated, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The platform of goos, goarch and goarm, with GoReleaser's defaults. */
    public Platform single() {
        String architecture = goarch.map(Located::value).orElse("amd64");
        String variant =
                architecture.equals("arm") ? "v" + goarm.map(Located::value).orElse(KnownPlatforms.DEFAULT_GOARM) : "";
        return Platform.of(goos.map(Located::value).orElse("linux"), architecture, variant);
    }

    /**
     * The platforms of programs for an image, in order of preference: those of goarm and goamd64; without these keys
     * the image's own platform, then GoReleaser's defaults, which run there.
     */
    public List<Platform> ofPrograms(Platform image) {
        return switch (image.architecture()) {
            case "amd64" -> ofPrograms(image, goamd64.map(Located::value), "v1");
            case "arm" ->
                ofPrograms(image, goarm.map(version -> "v" + version.value()), "v" + KnownPlatforms.DEFAULT_GOARM);
            default -> List.of(image);
        };
    }

    private List<Platform> ofPrograms(Platform image, Optional<String> said, String standard) {
        if (said.isPresent() && (stated.isEmpty() || image.variant().isEmpty())) {
            return List.of(Platform.of(image.os(), image.architecture(), said.get()));
        }
        boolean isEarlier = !image.variant().isEmpty() && image.variant().compareTo(standard) < 0;
        return stated.isEmpty() && !isEarlier
                ? List.of(image, Platform.of(image.os(), image.architecture(), standard))
                : List.of(image);
    }
}
