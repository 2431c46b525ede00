package dev.jrelease.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.text.LinearPattern;
import java.util.Map;
import java.util.Optional;

/**
 * An operating system and a processor, with Go's names for both.
 *
 * @param os GOOS: {@code linux}
 * @param architecture GOARCH: {@code amd64}, {@code arm64}, {@code arm}, {@code 386}
 * @param variant of the architecture: {@code v7}; empty if none is stated
 * @param osVersion of Windows; empty if none is stated
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md">OCI image index</a>
 */
public record Platform(String os, String architecture, String variant, String osVersion) {
    private static final LinearPattern PART = LinearPattern.of("(?i)[a-z0-9_.-]++");
    private static final Map<String, String> DEFAULT_VARIANTS = Map.of("arm64", "v8", "arm", "v7", "amd64", "v1");
    private static final Map<String, String> ALIASES =
            Map.of("x86_64", "amd64", "x86-64", "amd64", "aarch64", "arm64", "i386", "386", "armhf", "arm");

    public static Platform of(String os, String architecture) {
        return new Platform(os, architecture, "", "");
    }

    public static Platform of(String os, String architecture, String variant) {
        return new Platform(os, architecture, variant, "");
    }

    /** Parses {@code os/architecture} or {@code os/architecture/variant}; empty for anything else. */
    public static Optional<Platform> parse(String text) {
        String[] parts = text.split("/", -1);
        for (String part : parts) {
            if (!PART.matches(part)) {
                return Optional.empty();
            }
        }
        return switch (parts.length) {
            case 2 -> Optional.of(of(parts[0], architecture(parts[1])));
            case 3 -> Optional.of(of(parts[0], architecture(parts[1]), variant(parts[2])));
            default -> Optional.empty();
        };
    }

    /** The platform in a descriptor or an image's configuration; missing keys are empty. */
    static Platform read(JsonNode node) {
        return new Platform(
                node.path("os").asText(),
                node.path("architecture").asText(),
                node.path("variant").asText(),
                node.path("os.version").asText());
    }

    static String architecture(String written) {
        return ALIASES.getOrDefault(written, written);
    }

    /** Some files write {@code linux/arm/7} for {@code linux/arm/v7}. */
    private static String variant(String written) {
        return Character.isDigit(written.charAt(0)) ? "v" + written : written;
    }

    /**
     * The normal form of BuildKit and containerd: {@code linux/arm64/v8} is {@code linux/arm64}, {@code linux/amd64/v1}
     * is {@code linux/amd64}, {@code linux/arm} is {@code linux/arm/v7}.
     *
     * @see <a href="https://github.com/containerd/platforms/blob/v0.2.1/database.go">containerd's table</a>
     */
    public Platform normalized() {
        Platform full = withVariant();
        boolean said = full.architecture.equals("arm")
                || !full.variant.equals(DEFAULT_VARIANTS.getOrDefault(full.architecture, ""));
        return said ? full : new Platform(full.os, full.architecture, "", osVersion);
    }

    /** Whether it is that of an attestation, {@code unknown/unknown}. */
    public boolean isUnknown() {
        return os.equals("unknown");
    }

    /** Whether both have the same operating system and architecture; variants do not count. */
    public boolean isSameArchitecture(Platform other) {
        return os.equals(other.os) && architecture.equals(other.architecture);
    }

    /** The same platform with its default variant if none is stated: arm64 is v8, arm is v7, amd64 is v1. */
    public Platform withVariant() {
        String known = architecture(architecture);
        String written = variant.isEmpty() ? "" : variant(variant);
        String meant = written.isEmpty() ? DEFAULT_VARIANTS.getOrDefault(known, "") : written;
        return new Platform(os, known, meant, osVersion);
    }

    /**
     * Whether both have the same operating system and processor; the version of the operating system does not count.
     */
    public boolean matches(Platform other) {
        Platform one = normalized();
        Platform two = other.normalized();
        return one.os.equals(two.os) && one.architecture.equals(two.architecture) && one.variant.equals(two.variant);
    }

    /**
     * The architecture with the variant where it is not the default: {@code amd64}, {@code arm64}, {@code armv7},
     * {@code armv6}.
     */
    public String target() {
        String standard = DEFAULT_VARIANTS.getOrDefault(architecture, "");
        boolean said = architecture.equals("arm") || !withVariant().variant.equals(standard);
        return said ? architecture + withVariant().variant : architecture;
    }

    /** {@code os/architecture} with the variant, if one is stated. */
    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
