package dev.jrelease.pipes.images.plan;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.PlatformNames;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformMistake;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.PlatformKeys;
import dev.jrelease.pipes.images.flags.BuildFlags;
import dev.jrelease.pipes.images.flags.FlagList.Flag;
import dev.jrelease.template.Template;
import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Determines the platforms of an entry, in this order: {@code platforms}; the {@code --platform} flag if there is no
 * {@code goarch}; {@code goos}, {@code goarch} and {@code goarm}. A flag that contradicts {@code goarch} is an error,
 * because the image would contain programs of another platform.
 */
final class EntryPlatforms {
    private static final LinearPattern FORMER_ARM = LinearPattern.of("(\\w++)/arm32(/v\\d)");

    private final ImageEntry entry;
    private final PlatformKeys asked;
    private final Problems problems;
    private final Optional<Flag> flagged;
    private boolean complete = true;
    private int unknown;

    EntryPlatforms(ImageEntry entry, Planning planning) {
        this.entry = entry;
        this.asked = entry.platforms();
        this.problems = planning.problems();
        this.flagged = BuildFlags.platform(entry.recipe().flags(), entry.context());
    }

    List<Platform> all() {
        List<Platform> all = said();
        boolean amd64 =
                all.stream().anyMatch(platform -> platform.architecture().equals("amd64"));
        asked.goamd64()
                .filter(level -> amd64)
                .ifPresent(
                        level -> complete &= new PlatformNames(level.location(), problems).knowsGoamd64(level.value()));
        return all;
    }

    private List<Platform> said() {
        if (!asked.stated().isEmpty()) {
            refuseBoth();
            Map<Platform, Platform> all = new LinkedHashMap<>();
            for (Template template : asked.stated()) {
                stated(template).ifPresent(platform -> addOnce(platform, all, template.location()));
            }
            return List.copyOf(all.values());
        }
        Platform single = asked.single();
        if (flagged.filter(flag -> !flag.filled()).isPresent()) {
            complete = false;
            return List.of();
        }
        return flag().map(flag -> List.of(agreed(single, flag))).orElseGet(() -> List.of(known(single)));
    }

    /** One platform has one image, in whatever spelling. */
    private void addOnce(Platform platform, Map<Platform, Platform> all, Location location) {
        Platform before = all.putIfAbsent(platform.normalized(), platform);
        if (before != null) {
            String same = before.equals(platform) ? "" : ", as " + before;
            problems.warning(location, "platforms names " + platform + " twice" + same, "remove one of them");
        }
    }

    private Optional<Platform> stated(Template template) {
        Optional<String> text = template.filled(entry.context(), problems).map(String::strip);
        complete &= text.isPresent();
        unknown += text.isPresent() ? 0 : 1;
        return text.filter(said -> !said.isEmpty()).flatMap(said -> parse(said, template.location()));
    }

    /** Whether {@link #all} had no error. */
    boolean isComplete() {
        return complete;
    }

    /** The number of platforms whose value is unknown. */
    int unknown() {
        return unknown;
    }

    private void refuseBoth() {
        asked.goos()
                .or(asked::goarch)
                .or(asked::goarm)
                .ifPresent(single -> problems.error(
                        single.location(),
                        "platforms and goos, goarch, goarm exclude each other",
                        "remove goos, goarch and goarm"));
        flag().ifPresent(platform -> problems.error(
                flagLocation(),
                "--platform=" + platform + " together with platforms",
                "platforms has priority; remove the flag"));
    }

    private Optional<Platform> flag() {
        return flagged.filter(Flag::filled).flatMap(flag -> parse(flag.value(), flag.location()));
    }

    private Location flagLocation() {
        return flagged.map(Flag::location).orElse(entry.location());
    }

    private Platform agreed(Platform single, Platform flag) {
        if (asked.goarch().isEmpty() || !complete) {
            return flag;
        }
        known(single);
        if (!complete) {
            return flag;
        }
        if (runsOlderPrograms(single, flag)) {
            String version = flag.withVariant().variant().substring(1);
            problems.warning(
                    flagLocation(),
                    "the image for " + flag + " gets the programs of " + single,
                    "they run on it"
                            + (KnownPlatforms.GOARM.contains(version)
                                    ? "; set goarm: " + version + " for programs of the same version"
                                    : ""));
        } else if (!agree(single, flag)) {
            problems.error(
                    flagLocation(),
                    "--platform=" + flag + " contradicts goarch, which means " + meant(single),
                    "write --platform=" + single + keysOf(single, flag));
        }
        return flag;
    }

    /** The other way out: keys that mean the platform of the flag. */
    private static String keysOf(Platform single, Platform flag) {
        List<String> keys = new ArrayList<>();
        if (!flag.os().equals(single.os())) {
            keys.add("goos: " + flag.os());
        }
        if (!flag.architecture().equals(single.architecture())) {
            keys.add("goarch: " + flag.architecture());
        }
        String variant = flag.withVariant().variant();
        if (flag.architecture().equals("arm") && !variant.equals(single.variant())) {
            keys.add("goarm: " + variant.substring(1));
        }
        if (flag.architecture().equals("amd64") && keys.isEmpty()) {
            keys.add("goamd64: " + variant);
        }
        return keys.isEmpty() ? "" : ", or " + String.join(" and ", keys);
    }

    /** Whether the image has a later version of ARM than its programs, as with {@code linux/arm} and 6. */
    private boolean runsOlderPrograms(Platform single, Platform flag) {
        return isOf("arm", single, flag)
                && asked.goarm().isPresent()
                && isBefore(single.withVariant().variant(), flag.withVariant().variant());
    }

    /**
     * Whether the variants agree: any variant agrees with an unset one, and programs for an earlier variant run on a
     * later one.
     */
    private boolean agree(Platform single, Platform flag) {
        if (isOf("arm", single, flag) && asked.goarm().isEmpty()) {
            return true;
        }
        if (isOf("amd64", single, flag)) {
            String programs = asked.goamd64().map(Located::value).orElse("v1");
            return flag.variant().isEmpty() || !isBefore(flag.variant(), programs);
        }
        return single.matches(flag);
    }

    private static boolean isOf(String architecture, Platform single, Platform flag) {
        return single.os().equals(flag.os())
                && single.architecture().equals(architecture)
                && flag.architecture().equals(architecture);
    }

    /** Whether a variant is lower: {@code v6} is lower than {@code v7}. Variants have one digit. */
    private static boolean isBefore(String variant, String other) {
        return variant.compareTo(other) < 0;
    }

    /** The platform with {@code goamd64}, which is not part of an image's platform. */
    private Platform meant(Platform single) {
        return single.architecture().equals("amd64") && asked.goamd64().isPresent()
                ? Platform.of(
                        single.os(),
                        single.architecture(),
                        asked.goamd64().get().value())
                : single;
    }

    private Optional<Platform> parse(String written, Location location) {
        String text = inDockersWords(written, location);
        Optional<Platform> platform = Platform.parse(text);
        if (platform.isEmpty()) {
            complete = false;
            problems.error(location, "'" + text + "' is not a platform", hint(text));
        } else if (!isKnownByParts(platform.get())
                && PlatformMistake.meant(text).isPresent()) {
            complete = false;
            problems.error(location, "'" + text + "' is not a known platform", hint(text));
            return platform;
        }
        return platform.map(parsed -> known(parsed, location));
    }

    private static boolean isKnownByParts(Platform platform) {
        return KnownPlatforms.contains(Platform.of(platform.os(), platform.architecture()));
    }

    private String hint(String text) {
        if (text.contains(",") || text.contains(";") || text.strip().contains(" ")) {
            String each = String.join(
                    ", ",
                    Stream.of(text.replace(' ', ',').replace(';', ',').split(",", -1))
                            .filter(word -> !word.isEmpty())
                            .toList());
            return asked.stated().isEmpty()
                    ? "use platforms: [" + each
                            + "] in the entry instead, and {{ .Arch }} in each of its image_templates"
                    : "write each platform as an item of its own: " + each;
        }
        return PlatformMistake.meant(text)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("use os/architecture or os/architecture/variant");
    }

    /** The name of a Docker repository such as {@code arm32v7/alpine} that was used as an architecture. */
    private String inDockersWords(String text, Location location) {
        String todays = FORMER_ARM
                .match(text)
                .map(found -> found.group(1) + "/arm" + found.group(2))
                .orElse(text);
        if (!todays.equals(text)) {
            problems.warning(location, "the platform " + text + " is written " + todays);
        }
        return todays;
    }

    /** The platform of the keys, each checked at its location. */
    private Platform known(Platform single) {
        knows(single, location(asked.goos()), location(asked.goarch()));
        boolean arm = single.architecture().equals("arm");
        complete &= asked.goarm()
                .filter(version -> arm)
                .map(version -> new PlatformNames(version.location(), problems).knowsGoarm(version.value()))
                .orElse(true);
        return single;
    }

    private Location location(Optional<Located<String>> part) {
        return part.map(Located::location).orElse(entry.location());
    }

    private Platform known(Platform platform, Location location) {
        knows(platform, location, location);
        complete &= new PlatformNames(location, problems).knowsVariant(platform.architecture(), platform.variant());
        return platform;
    }

    private void knows(Platform platform, Location os, Location architecture) {
        boolean knownOs = new PlatformNames(os, problems).knowsOs(platform.os());
        complete &= new PlatformNames(architecture, problems).knowsArchitecture(platform.architecture()) && knownOs;
    }
}
