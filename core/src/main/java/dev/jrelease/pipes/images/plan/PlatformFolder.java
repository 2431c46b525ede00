package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput.Binary;
import dev.jrelease.image.Platform;

/**
 * The folder of a platform's programs in a build context for several platforms, such as {@code linux/amd64} or {@code
 * linux/arm/v7}. It is the value of {@code TARGETPLATFORM}, so that one Dockerfile serves all platforms.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope">its
 *     words</a>
 */
final class PlatformFolder {
    private PlatformFolder() {}

    /** Whether a program is for a platform, with BuildKit's default variant if none is stated. */
    static boolean isFor(Platform asked, Platform program) {
        return asked.matches(program);
    }

    /** The program in the folder of its own platform. */
    static Binary inFolder(Binary program) {
        String path = of(program.platform()) + "/" + program.name();
        return new Binary(program.buildId(), program.platform(), program.file(), path);
    }

    private static String of(Platform platform) {
        Platform plain = Platform.of(platform.os(), platform.architecture());
        boolean said = platform.architecture().equals("arm") || !plain.matches(platform);
        return plain + (said ? "/" + platform.withVariant().variant() : "");
    }
}
