package dev.jrelease.pipes.builds;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.PlatformNames;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The platforms of an entry of {@code builds}: its targets, or all combinations of goos and goarch without the ignored
 * ones.
 */
final class BuildPlatforms {
    private final BuildConfig config;

    BuildPlatforms(BuildConfig config) {
        this.config = config;
    }

    List<Platform> all() {
        return config.targets().isEmpty() ? combined() : targets();
    }

    /** All platforms; empty if the file does not state them literally. */
    List<Platform> known() {
        Stream<Located<String>> said = Stream.of(
                        config.goos(), config.goarch(), config.goarm(), config.goamd64(), config.targets())
                .flatMap(List::stream);
        boolean plain = said.noneMatch(word -> word.value().contains("{{"))
                && config.targets().stream()
                        .noneMatch(target -> Target.platforms(target.value()).isEmpty());
        return plain ? all() : List.of();
    }

    private List<Platform> targets() {
        return config.targets().stream()
                .flatMap(target -> Target.platforms(target.value()).stream())
                .distinct()
                .toList();
    }

    private List<Platform> combined() {
        List<Platform> all = new ArrayList<>();
        for (String os : orDefault(config.goos(), KnownPlatforms.DEFAULT_GOOS)) {
            for (String architecture : orDefault(config.goarch(), KnownPlatforms.DEFAULT_GOARCH)) {
                for (String variant : variants(architecture)) {
                    all.add(Platform.of(os, architecture, variant));
                }
            }
        }
        return all.stream().filter(platform -> !isIgnored(platform)).toList();
    }

    /** Reports unknown names of platforms. Whether there are none. */
    boolean check(Problems problems) {
        Problems own = new Problems();
        check(config.goos(), own, PlatformNames::knowsOs);
        check(config.goarch(), own, PlatformNames::knowsArchitecture);
        check(config.goarm(), own, PlatformNames::knowsGoarm);
        check(config.goamd64(), own, PlatformNames::knowsGoamd64);
        config.targets().forEach(target -> check(target, own));
        problems.addAll(own);
        return !own.hasErrors();
    }

    private static boolean isKnownByParts(Platform platform) {
        return KnownPlatforms.contains(Platform.of(platform.os(), platform.architecture()));
    }

    private static void check(Located<String> target, Problems problems) {
        List<Platform> platforms = Target.platforms(target.value());
        Optional<String> meant = platforms.stream().allMatch(BuildPlatforms::isKnownByParts) && !platforms.isEmpty()
                ? Optional.empty()
                : Target.meant(target.value());
        if (meant.isPresent()) {
            problems.error(
                    target.location(),
                    "'" + target.value() + "' is not a known target",
                    "did you mean " + meant.get() + "?");
            return;
        }
        if (platforms.isEmpty()) {
            problems.error(
                    target.location(),
                    "'" + target.value() + "' is not a target",
                    "use os_architecture, such as linux_amd64 or linux_arm_7");
        }
        PlatformNames names = new PlatformNames(target.location(), problems);
        platforms.forEach(platform -> {
            boolean _ = names.knowsOs(platform.os()) && names.knowsArchitecture(platform.architecture());
        });
    }

    private static void check(
            List<Located<String>> given, Problems problems, BiFunction<PlatformNames, String, Boolean> knows) {
        given.forEach(name -> {
            boolean _ = knows.apply(new PlatformNames(name.location(), problems), name.value());
        });
    }

    private List<String> variants(String architecture) {
        return switch (architecture) {
            case "arm" ->
                orDefault(config.goarm(), List.of(KnownPlatforms.DEFAULT_GOARM)).stream()
                        .map(arm -> "v" + arm)
                        .toList();
            case "amd64" -> orDefault(config.goamd64(), List.of(""));
            default -> List.of("");
        };
    }

    private boolean isIgnored(Platform platform) {
        return config.ignore().stream().anyMatch(ignored -> ignored.means(platform));
    }

    private static List<String> orDefault(List<Located<String>> given, List<String> standard) {
        return given.isEmpty() ? standard : given.stream().map(Located::value).toList();
    }
}
