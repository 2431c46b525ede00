package dev.jrelease.pipes.builds;

import dev.jrelease.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The platforms of an entry of {@code builds}: every goos with every goarch, less those to ignore. */
final class BuildPlatforms {
    private static final List<String> DEFAULT_GOOS = List.of("linux", "darwin", "windows");
    private static final List<String> DEFAULT_GOARCH = List.of("386", "amd64", "arm64");
    private static final List<String> DEFAULT_GOARM = List.of("6");

    private final BuildConfig config;

    BuildPlatforms(BuildConfig config) {
        this.config = config;
    }

    List<Platform> all() {
        List<Platform> all = new ArrayList<>();
        for (String os : orDefault(config.goos(), DEFAULT_GOOS)) {
            for (String architecture : orDefault(config.goarch(), DEFAULT_GOARCH)) {
                for (String variant : variants(architecture)) {
                    all.add(Platform.of(os, architecture, variant));
                }
            }
        }
        return all.stream().filter(platform -> !isIgnored(platform)).toList();
    }

    private List<String> variants(String architecture) {
        return switch (architecture) {
            case "arm" ->
                orDefault(config.goarm(), DEFAULT_GOARM).stream()
                        .map(arm -> "v" + arm)
                        .toList();
            case "amd64" -> config.goamd64().isEmpty() ? List.of("") : config.goamd64();
            default -> List.of("");
        };
    }

    private boolean isIgnored(Platform platform) {
        return config.ignore().stream()
                .anyMatch(ignored -> agrees(ignored.goos(), platform.os())
                        && agrees(ignored.goarch(), platform.architecture())
                        && agrees(ignored.goarm().map(arm -> "v" + arm), platform.variant()));
    }

    private static boolean agrees(Optional<String> ignored, String value) {
        return ignored.isEmpty() || ignored.get().equals(value);
    }

    private static List<String> orDefault(List<String> given, List<String> standard) {
        return given.isEmpty() ? standard : given;
    }
}
