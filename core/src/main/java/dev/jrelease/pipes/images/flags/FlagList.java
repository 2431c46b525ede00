package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Parses flags as the docker command does: {@code --name=value}, or {@code --name} with its value as the next item. */
public final class FlagList {
    private static final Set<String> SWITCHES = Set.of(
            "check",
            "compress",
            "debug",
            "disable-content-trust",
            "force-rm",
            "load",
            "no-cache",
            "pull",
            "push",
            "quiet",
            "rm",
            "squash");
    private static final Set<String> WITH_VALUE = Set.of(
            "add-host",
            "allow",
            "annotation",
            "attest",
            "build-arg",
            "build-context",
            "builder",
            "cache-from",
            "cache-to",
            "call",
            "cgroup-parent",
            "cpu-period",
            "cpu-quota",
            "cpu-shares",
            "cpuset-cpus",
            "cpuset-mems",
            "file",
            "iidfile",
            "isolation",
            "label",
            "memory",
            "memory-swap",
            "metadata-file",
            "network",
            "no-cache-filter",
            "output",
            "platform",
            "policy",
            "progress",
            "provenance",
            "sbom",
            "secret",
            "security-opt",
            "shm-size",
            "ssh",
            "tag",
            "target",
            "ulimit");
    private static final LinearPattern WHOLE = LinearPattern.of("--[a-z-]++=");
    private static final Set<String> ON = Set.of("true", "True", "TRUE", "t", "T", "1");
    private static final Set<String> OFF = Set.of("false", "False", "FALSE", "f", "F", "0");
    private static final Map<String, String> SHORT = Map.of(
            "c", "cpu-shares", "D", "debug", "f", "file", "m", "memory", "o", "output", "q", "quiet", "t", "tag");

    private FlagList() {}

    /**
     * A flag.
     *
     * @param name without dashes
     * @param value {@code true} for a switch without a value
     * @param filled whether all of it is known; if not, its value is not the intended one
     */
    public record Flag(String name, String value, Location location, boolean filled) {

        boolean isOn() {
            return !OFF.contains(value);
        }

        /** Whether its value cannot be that of a switch. */
        boolean isNeitherOnNorOff() {
            return filled && isSwitch(name) && !ON.contains(value) && !OFF.contains(value);
        }

        /** The value as {@code key=value,key=value}; empty if it has another form. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : value.split(",", -1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(field.substring(0, equals), field.substring(equals + 1));
                }
            }
            return fields;
        }
    }

    /** Whether it needs no value. */
    static boolean isSwitch(String name) {
        return SWITCHES.contains(name);
    }

    /** Whether the docker command has it. */
    static boolean isKnown(String name) {
        return SWITCHES.contains(name) || WITH_VALUE.contains(name);
    }

    /** The flag of the docker command that is written almost like this. */
    static Optional<String> closest(String written) {
        Set<String> all = new TreeSet<>(SWITCHES);
        all.addAll(WITH_VALUE);
        return Suggestion.closest(written, all);
    }

    /** The flags with a name. Errors are not reported. */
    public static List<Flag> named(String name, List<Template> templates, TemplateContext context) {
        boolean noneInTwoItems = templates.stream()
                .allMatch(template -> WHOLE.matchAtStart(template.source()).isPresent());
        List<Template> read = noneInTwoItems
                ? templates.stream()
                        .filter(template -> template.source().startsWith("--" + name + "="))
                        .toList()
                : templates;
        return parse(read, context, new Problems()).stream()
                .filter(flag -> flag.name().equals(name))
                .toList();
    }

    public static List<Flag> parse(List<Template> templates, TemplateContext context, Problems problems) {
        List<Flag> flags = new ArrayList<>();
        Optional<Flag> waiting = Optional.empty();
        boolean mayNeedValue = false;
        for (Template template : templates) {
            Problems own = new Problems();
            Rendered text = template.fillIn(context, own).strip();
            problems.addAll(own);
            String item = text.toString();
            boolean filled = text.isKnown() && !own.hasErrors();
            if (waiting.isPresent() && takes(waiting.get(), item)) {
                flags.add(new Flag(waiting.get().name(), item, template.location(), filled));
                waiting = Optional.empty();
            } else if (!item.isEmpty()) {
                waiting.ifPresent(flags::add);
                Flag flag = new Flag("", item, template.location(), filled);
                boolean value = mayNeedValue && !item.startsWith("-");
                waiting = add(flag, flags, filled && !value ? problems : own);
            }
            mayNeedValue = !filled && waiting.isEmpty() && text.indexOf('=') < 0;
        }
        waiting.filter(flag -> !isKnown(flag.name())).ifPresent(flags::add);
        waiting.filter(flag -> isKnown(flag.name()))
                .ifPresent(flag -> problems.error(flag.location(), "--" + flag.name() + " needs a value"));
        return flags;
    }

    /** A flag that docker does not have may be a switch or not. */
    private static boolean takes(Flag flag, String item) {
        return isKnown(flag.name()) || !item.startsWith("-");
    }

    /** Adds a flag, or returns it without its value if that is the next item. */
    private static Optional<Flag> add(Flag unread, List<Flag> flags, Problems problems) {
        String item = unread.value();
        Location location = unread.location();
        if (!item.startsWith("-") || item.chars().allMatch(letter -> letter == '-')) {
            problems.error(location, "'" + item + "' is not a flag", "a flag begins with --");
            return Optional.empty();
        }
        boolean twoDashes = item.startsWith("--");
        String text = item.substring(twoDashes ? 2 : 1);
        int equals = text.indexOf('=');
        String written = equals < 0 ? text : text.substring(0, equals);
        int space = written.indexOf(' ');
        if (space > 0) {
            String value = text.substring(space + 1).strip();
            problems.error(
                    location,
                    "docker reads all of '--" + written + "' for the name of a flag",
                    "use --" + meant(text.substring(0, space)) + "=" + value + ", or the value as an item of its own");
            return Optional.empty();
        }
        if (!twoDashes && written.length() > 1) {
            String value = equals < 0 ? "" : text.substring(equals);
            problems.error(
                    location,
                    "'" + item + "' has one dash, which is for flags of one letter",
                    "use --" + meant(written) + value);
            return Optional.empty();
        }
        String name = twoDashes ? written : SHORT.getOrDefault(written, written);
        if (equals >= 0) {
            flags.add(new Flag(name, text.substring(equals + 1), location, unread.filled()));
        } else if (SWITCHES.contains(name)) {
            flags.add(new Flag(name, "true", location, unread.filled()));
        } else {
            return Optional.of(new Flag(name, "", location, unread.filled()));
        }
        return Optional.empty();
    }

    private static String meant(String name) {
        return isKnown(name) ? name : closest(name).orElse(name);
    }
}
