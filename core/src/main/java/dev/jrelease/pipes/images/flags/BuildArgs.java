package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;

/** Warns of secrets that would be in an image for everyone to read. */
public final class BuildArgs {
    private BuildArgs() {}

    public static void warn(String name, String value, Location location, Problems problems) {
        if (Secret.is(name, value)) {
            problems.warning(
                    location,
                    "the build argument " + name
                            + " is called like a secret, and stays readable in the image's history",
                    "write --secret=id=" + name + ",env=" + name + " and in the Dockerfile RUN --mount=type=secret,id="
                            + name);
        }
    }
}
