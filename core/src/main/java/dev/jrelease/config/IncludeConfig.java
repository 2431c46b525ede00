package dev.jrelease.config;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import java.util.Map;
import java.util.Optional;

/**
 * An item of {@code includes}, in GoReleaser's form or as a path:
 *
 * <pre>
 * includes:
 *   - ci/signing.yaml
 *   - from_file: {path: "ci/images/*.yaml"}
 * </pre>
 */
@FromScalar("from_file")
public record IncludeConfig(
        Location location,

        @Description("Files of this project to include. The item may be the path itself.")
        @Example({"ci/images.yaml", "{path: \"ci/images/*.yaml\"}"})
        Optional<FromFile> fromFile,

        @Description("A URL. It is not read, with a warning.")
        Optional<FromUrl> fromUrl) {

    /** The path or pattern of the files to include. */
    Optional<Located<String>> path() {
        return fromFile.map(FromFile::path).filter(path -> !path.value().isEmpty());
    }

    /** Files of the project. */
    @FromScalar("path")
    public record FromFile(
            @Description(
                    "Path from the including file's folder. `*`, `?`, `[ab]`, `{a,b}` and `**` are wildcards; files are in"
                            + " alphabetical order. Wildcards do not match a leading dot.")
            @Example({"ci/images.yaml", "ci/**/*.yaml"})
            Located<String> path) {}

    /** A URL. */
    public record FromUrl(
            @Description("The URL of the file.") @Required @Example("https://acme.example/images.yaml")
            String url,

            @Description("Headers of the request.") @Example("{x-team: hello}")
            Map<String, String> headers) {}
}
