package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Problems;
import dev.jrelease.pipes.images.flags.FlagList.Flag;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Flags of {@code docker build} that are not followed. Flags about the behaviour of the command have no effect; flags
 * about how an image is built are a warning; flags that change the image, its name or its push are an error.
 */
record IgnoredFlags(Problems problems, Collection<String> followed) {
    private static final Set<String> ABOUT_THE_COMMAND = Set.of(
            "allow",
            "compress",
            "debug",
            "disable-content-trust",
            "force-rm",
            "load",
            "platform",
            "progress",
            "push",
            "quiet",
            "rm");
    private static final Map<String, String> ABOUT_THE_BUILD = Map.ofEntries(
            Map.entry("builder", "images are built by the engine"),
            Map.entry("cache-to", "the engine keeps its cache"),
            Map.entry("cgroup-parent", "the engine decides it"),
            Map.entry("cpu-period", "the engine decides it"),
            Map.entry("cpu-quota", "the engine decides it"),
            Map.entry("cpu-shares", "the engine decides it"),
            Map.entry("cpuset-cpus", "the engine decides it"),
            Map.entry("cpuset-mems", "the engine decides it"),
            Map.entry("iidfile", "digests are in the report"),
            Map.entry("isolation", "the engine decides it"),
            Map.entry("memory", "the engine decides it"),
            Map.entry("memory-swap", "the engine decides it"),
            Map.entry("metadata-file", "digests are in the report"),
            Map.entry("security-opt", "the engine decides it"),
            Map.entry("shm-size", "the engine decides it"),
            Map.entry("ulimit", "the engine decides it"));
    private static final Map<String, String> REFUSED = Map.of(
            "build-context", "the build context contains the entry's own files: add them to extra_files",
            "call", "a release builds the image",
            "check", "a release builds the image",
            "file", "use the key dockerfile",
            "output", "images go to dist/oci, and from there to the registries of their names",
            "policy", "policies of sources are not evaluated",
            "squash", "layers are not merged",
            "ssh", "an SSH agent is not available in a build; use --secret",
            "tag", "use image_templates, or images and tags");
    private static final Set<String> DEPEND_ON_VALUE = Set.of("file", "output");
    private static final Set<String> WHERE_TO = Set.of("type", "push", "load");

    void report(Flag flag) {
        if (hasNothingToDo(flag)) {
            return;
        }
        String why = ABOUT_THE_BUILD.get(flag.name());
        if (why != null) {
            problems.warning(flag.location(), "--" + flag.name() + " is not followed: " + why);
            return;
        }
        String refused = REFUSED.get(flag.name());
        if (refused != null) {
            problems.error(flag.location(), "flag --" + flag.name() + " is not supported", refused);
        } else {
            problems.error(flag.location(), "unknown flag --" + flag.name(), meant(flag.name()));
        }
    }

    private String meant(String name) {
        return FlagList.closest(name)
                .map(word -> REFUSED.getOrDefault(word, "did you mean --" + word + "?"))
                .orElse("supported are --platform, --" + String.join(", --", followed));
    }

    private static boolean hasNothingToDo(Flag flag) {
        boolean named = flag.name().indexOf('{') < 0;
        boolean needsValue = DEPEND_ON_VALUE.contains(flag.name()) || FlagList.isSwitch(flag.name());
        if (!flag.filled() && (needsValue || !named)) {
            return true; // for some values
        }
        return switch (flag.name()) {
            case "file" -> flag.value().equals("Dockerfile");
            case "output" -> isUsual(flag.fields());
            default -> flag.isOn() ? ABOUT_THE_COMMAND.contains(flag.name()) : FlagList.isSwitch(flag.name());
        };
    }

    /** Whether the output is the usual one, as with {@code --load} and {@code --push}. */
    private static boolean isUsual(Map<String, String> output) {
        return Set.of("docker", "image", "registry").contains(output.getOrDefault("type", ""))
                && WHERE_TO.containsAll(output.keySet());
    }
}
