package dev.jrelease.verify;

import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.Platform;
import dev.jrelease.verify.ImageProblem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the images of one index: entrypoint, command, user, ports and volumes should not depend on the platform. */
public final class SiblingCheck {
    private SiblingCheck() {}

    /** A child of an index. */
    public record Sibling(Platform platform, ImageConfig config) {}

    /** One warning for each of entrypoint, cmd, user, ports and volumes that differs. */
    public static List<ImageProblem> compare(List<Sibling> children) {
        List<ImageProblem> problems = new ArrayList<>();
        compare("entrypoint", children, config -> list(config.entrypoint()), problems);
        compare("cmd", children, config -> list(config.command()), problems);
        compare("user", children, config -> config.user().isEmpty() ? "none" : config.user(), problems);
        compare("exposed ports", children, config -> list(config.exposedPorts()), problems);
        compare("volumes", children, config -> list(config.volumes()), problems);
        return problems;
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? "none" : values.toString();
    }

    private static void compare(
            String what, List<Sibling> children, Function<ImageConfig, String> aspect, List<ImageProblem> problems) {
        Map<String, List<String>> platforms = children.stream()
                .collect(Collectors.groupingBy(
                        child -> aspect.apply(child.config()),
                        LinkedHashMap::new,
                        Collectors.mapping(child -> child.platform().toString(), Collectors.toList())));
        if (platforms.size() > 1) {
            String values = platforms.entrySet().stream()
                    .map(group -> group.getKey() + " for " + String.join(", ", group.getValue()))
                    .collect(Collectors.joining("; "));
            problems.add(ImageProblem.about(Severity.WARNING, "the images differ in their " + what + ": " + values));
        }
    }
}
