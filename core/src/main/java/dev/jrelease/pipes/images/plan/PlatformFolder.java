package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput.Binary;
import dev.jrelease.image.Platform;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder of a platform's programs in a build context for several, such as {@code linux/amd64} or
 * {@code linux/arm/v7}. It is what BuildKit says in {@code TARGETPLATFORM}, so that one Dockerfile copies from the right
 * one.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope">its words</a>
 */
final class PlatformFolder {
    private PlatformFolder() {}

    /** The programs for a platform; of those that differ in the level of amd64 alone, the lowest. */
    static Collection<Binary> choose(Platform platform, List<Binary> programs) {
        if (!platform.architecture().equals("amd64")) {
            return programs.stream()
                    .filter(program -> isFor(platform, program.platform()))
                    .toList();
        }
        Map<List<String>, Binary> lowest = new LinkedHashMap<>();
        programs.stream()
                .filter(program -> isFor(platform, program.platform()))
                .sorted(Comparator.comparing(
                        program -> program.platform().withVariant().variant()))
                .forEach(program -> lowest.putIfAbsent(List.of(program.buildId(), program.name()), program));
        return lowest.values();
    }

    /** Where a platform states no variant, every arm is for it, and every level of amd64. */
    static boolean isFor(Platform asked, Platform program) {
        boolean anyVariant = asked.variant().isEmpty()
                && (asked.architecture().equals("arm") || asked.architecture().equals("amd64"));
        return anyVariant
                ? asked.os().equals(program.os()) && asked.architecture().equals(program.architecture())
                : asked.matches(program);
    }

    /** The program under its name in the folder of the platform that was asked for; an arm program under its own. */
    static Binary inFolder(Platform asked, Binary program) {
        Platform platform = asked.architecture().equals("arm") ? program.platform() : asked;
        return new Binary(program.buildId(), program.platform(), program.file(), of(platform) + "/" + program.name());
    }

    private static String of(Platform platform) {
        Platform plain = Platform.of(platform.os(), platform.architecture());
        boolean said = platform.architecture().equals("arm") || !plain.matches(platform);
        return plain + (said ? "/" + platform.withVariant().variant() : "");
    }
}
