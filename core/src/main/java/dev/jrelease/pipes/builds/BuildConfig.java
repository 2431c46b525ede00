package dev.jrelease.pipes.builds;

import dev.jrelease.config.bind.Later;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Open;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * An entry of {@code builds}, in GoReleaser's form. Programs that were built before the release are taken as they are:
 *
 * <pre>{@code
 * builds:
 *   - id: hello
 *     builder: prebuilt
 *     binary: hello
 *     goos: [linux]
 *     goarch: [amd64, arm64, arm]
 *     goarm: [7]
 *     prebuilt:
 *       path: "out/hello_{{ .Os }}_{{ .Target }}"
 * }</pre>
 *
 * @param binary what a program that was built before is called; of other builders it is not read
 */
@Open
public record BuildConfig(
        Location location,
        Optional<String> id,
        Optional<String> builder,
        Optional<Later<Template>> binary,
        @OneOrMany List<String> goos,
        @OneOrMany List<String> goarch,
        @OneOrMany List<String> goarm,
        @OneOrMany List<String> goamd64,
        List<Ignored> ignore,
        Optional<Prebuilt> prebuilt) {

    public BuildConfig {
        goos = List.copyOf(goos);
        goarch = List.copyOf(goarch);
        goarm = List.copyOf(goarm);
        goamd64 = List.copyOf(goamd64);
        ignore = List.copyOf(ignore);
    }

    /** Where the program of each platform is. */
    public record Prebuilt(Location location, @Required Template path) {}

    /** A platform that the lists name and that is not there. */
    @Open
    public record Ignored(Optional<String> goos, Optional<String> goarch, Optional<String> goarm) {}
}
