package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;

/** Warns about secrets in build arguments, which everyone with the image can read. */
public final class BuildArgs {
    private BuildArgs() {}

    public static void warn(String name, String value, Location location, Problems problems) {
        if (Secret.is(name, value)) {
            problems.warning(
                    location,
                    "the build argument " + name
                            + " has the name of a secret, and its value is readable in the image's history",
                    "use --secret=id=" + name + ",env=" + name + " and in the Dockerfile RUN --mount=type=secret,id="
                            + name);
        }
    }
}
