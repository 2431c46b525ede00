package dev.jrelease.pipes.images;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.FlagList.Flag;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * Which platforms an entry is for. In this order: {@code platforms}; the {@code --platform} flag
 * where the file gives no {@code goarch}; {@code goos}, {@code goarch} and {@code goarm}. A flag that contradicts a
 * {@code goarch} which the file gives is an error: it would put one platform's program into another's image.
 */
final class EntryPlatforms {
    private final ImageEntry entry;
    private final AskedPlatforms asked;
    private final Problems problems;
    private boolean complete = true;

    EntryPlatforms(ImageEntry entry, Planning planning) {
        this.entry = entry;
        this.asked = entry.platforms();
        this.problems = planning.problems();
    }

    List<Platform> all() {
        if (!asked.stated().isEmpty()) {
            refuseBoth();
            return asked.stated().stream()
                    .flatMap(template -> stated(template).stream())
                    .distinct()
                    .toList();
        }
        Platform single = asked.single();
        if (flagged().filter(flag -> !flag.filled()).isPresent()) {
            complete = false;
            return List.of();
        }
        return flag().map(flag -> List.of(agreed(single, flag))).orElse(List.of(known(single, entry.location())));
    }

    private Optional<Platform> stated(Template template) {
        Optional<String> text = template.filled(entry.context(), problems).map(String::strip);
        complete &= text.isPresent();
        return text.filter(said -> !said.isEmpty()).flatMap(said -> parse(said, template.location()));
    }

    /** Whether all that {@link #all} looked at could be understood. */
    boolean isComplete() {
        return complete;
    }

    private void refuseBoth() {
        if (asked.goos().or(asked::goarch).or(asked::goarm).isPresent()) {
            problems.error(entry.location(), "platforms and goos, goarch, goarm exclude each other", "keep platforms");
        }
        flag().ifPresent(flag -> problems.error(
                entry.location(), "--platform=" + flag + " beside platforms", "platforms decides; leave the flag out"));
    }

    private Optional<Platform> flag() {
        return flagged().filter(Flag::filled).flatMap(flag -> parse(flag.value(), flag.location()));
    }

    private Optional<Flag> flagged() {
        return BuildFlags.platform(entry.flags(), entry.context());
    }

    private Platform agreed(Platform single, Platform flag) {
        if (asked.goarch().isPresent() && !agree(single, flag)) {
            problems.error(
                    entry.location(),
                    "--platform=" + flag + " contradicts goarch, which means " + single,
                    "an image must hold the programs of the platform that it states");
        }
        return flag;
    }

    /** Where the file says arm and no more, any of its variants agrees with it. */
    private boolean agree(Platform single, Platform flag) {
        if (single.architecture().equals("arm") && asked.goarm().isEmpty()) {
            return single.os().equals(flag.os()) && flag.architecture().equals("arm");
        }
        return single.matches(flag);
    }

    private Optional<Platform> parse(String text, Location location) {
        Optional<Platform> platform = Platform.parse(text);
        if (platform.isEmpty()) {
            complete = false;
            problems.error(
                    location, "'" + text + "' is not a platform", "write os/architecture or os/architecture/variant");
        }
        return platform.map(parsed -> known(parsed, location));
    }

    private Platform known(Platform platform, Location location) {
        PlatformNames names = new PlatformNames(location, problems);
        boolean knownOs = names.knowsOs(platform.os());
        complete &= names.knowsArchitecture(platform.architecture()) && knownOs;
        return platform;
    }
}
