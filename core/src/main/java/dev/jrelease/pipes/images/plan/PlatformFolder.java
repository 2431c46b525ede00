package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput.Binary;
import dev.jrelease.image.Platform;

/**
 * The folder of a platform's programs in a build context for several, such as {@code linux/amd64} or
 * {@code linux/arm/v7}. It is what BuildKit says in {@code TARGETPLATFORM}, so that one Dockerfile copies from the right
 * one.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope">its words</a>
 */
final class PlatformFolder {
    private PlatformFolder() {}

    /** Whether a program is for a platform; where that states no variant, the one that BuildKit takes it for is meant. */
    static boolean isFor(Platform asked, Platform program) {
        return asked.matches(program);
    }

    /** The program under its name in the folder of its own platform. */
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
