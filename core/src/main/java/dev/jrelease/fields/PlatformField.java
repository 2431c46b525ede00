package dev.jrelease.fields;

import dev.jrelease.image.Platform;
import java.util.List;
import java.util.function.Function;

/**
 * A name that templates about one platform know.
 *
 * @param meaning for the reference
 */
public record PlatformField(String name, String meaning, Function<Platform, Object> value) {
    private static final List<PlatformField> ALL = List.of(
            new PlatformField("Os", "the operating system, in Go's words", Platform::os),
            new PlatformField(
                    "Arch", "the architecture, in Go's words: `amd64`, `arm64`, `arm`", Platform::architecture),
            new PlatformField("Arm", "the version of arm; empty for another architecture", PlatformField::arm),
            new PlatformField("Amd64", "the level of amd64; empty for another architecture", PlatformField::amd64),
            new PlatformField("Variant", "the variant, where the file states one", Platform::variant),
            new PlatformField("Platform", "all of them, as Docker writes it", Platform::toString),
            new PlatformField("Target", "one word per platform: `amd64`, `arm64`, `armv7`", Platform::target));

    /** All names. */
    public static List<PlatformField> all() {
        return ALL;
    }

    private static String arm(Platform platform) {
        boolean arm = platform.architecture().equals("arm");
        return arm ? platform.withVariant().variant().substring(1) : "";
    }

    private static String amd64(Platform platform) {
        return platform.architecture().equals("amd64") ? platform.withVariant().variant() : "";
    }
}
