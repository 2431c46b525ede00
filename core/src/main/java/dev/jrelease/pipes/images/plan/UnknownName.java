package dev.jrelease.pipes.images.plan;

import dev.jrelease.image.ImageReference;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Analyses a name with unknown parts: what is certain for any value of these parts. A part may contain anything,
 * including several components or a tag.
 */
final class UnknownName {
    private static final char ANY = '\uffff';
    private static final LinearPattern COMPONENT = LinearPattern.of("[a-z0-9._" + ANY + "-]*+");
    private static final LinearPattern TAG = LinearPattern.of("[A-Za-z0-9_" + ANY + "][A-Za-z0-9_." + ANY + "-]*+");
    private static final LinearPattern END_OF_TAG = LinearPattern.of("[A-Za-z0-9_." + ANY + "-]*+");

    private final Rendered name;
    private final boolean pinned;
    /** The parts between slashes, without the tag. The first one may be a registry. */
    private final List<Rendered> components;
    /** The text after the colon; empty if no tag is known to begin. */
    private final Optional<Rendered> tag;

    UnknownName(Rendered name) {
        this.name = name;
        List<Rendered> digest = name.split('@');
        this.pinned = digest.size() > 1;
        List<Rendered> path = digest.getFirst().split('/');
        List<Rendered> last = path.getLast().split(':');
        this.tag = last.stream()
                .skip(1)
                .reduce((one, other) -> one.plus(Rendered.of(":")).plus(other));
        this.components = last.size() == 1 ? path : joined(path.subList(0, path.size() - 1), List.of(last.getFirst()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Why the name is invalid for every value of its unknown parts. */
    Optional<String> refusal() {
        if (components.size() == 1) {
            return Optional.empty(); // what looks like a repository and a tag may be a registry and a port
        }
        Rendered last = components.getLast();
        Optional<String> host = components.getFirst().known().filter(first -> isRegistry(components.getFirst()));
        Optional<String> wrongHost = host.filter(text -> !text.isEmpty()).flatMap(ImageReference::whyNotRegistry);
        if (wrongHost.isPresent()) {
            return wrongHost.map(this::refused);
        }
        boolean path = isRegistry(components.getFirst()) || isComponent(components.getFirst());
        for (Rendered component : components.subList(1, components.size() - 1)) {
            path &= isComponent(component);
        }
        if (!path || !(mayHoldTag() ? isBeginning(last.beginning()) : isComponent(last))) {
            return Optional.of(refused(ImageReference.whyNotRepository(repository(), hasUpperCase())));
        }
        String rest = last.with(ANY).substring(last.beginning().length());
        boolean accepted =
                tag.map(text -> TAG.matches(text.with(ANY))).orElseGet(() -> !mayHoldTag() || END_OF_TAG.matches(rest));
        return accepted ? Optional.empty() : Optional.of(refused(ImageReference.whyNotTag(endOfTag())));
    }

    private String refused(String why) {
        return ImageReference.refusal(name.toString(), why);
    }

    private static boolean isRegistry(Rendered first) {
        return !first.isKnown() || first.isEmpty() || ImageReference.looksLikeHost(first.toString());
    }

    private static boolean isComponent(Rendered component) {
        return component.isKnown()
                ? ImageReference.isRepository(component.toString())
                : isBeginning(component.with(ANY));
    }

    private static boolean isBeginning(String component) {
        return COMPONENT.matches(component);
    }

    private boolean hasUpperCase() {
        String path = components.subList(isRegistry(components.getFirst()) ? 1 : 0, components.size()).stream()
                .map(component -> mayHoldTag() && component.equals(components.getLast())
                        ? component.beginning()
                        : component.with(ANY))
                .collect(Collectors.joining());
        return !path.equals(path.toLowerCase(Locale.ROOT));
    }

    private String endOfTag() {
        Rendered last = components.getLast();
        return tag.map(Rendered::toString)
                .orElseGet(() -> last.toString().substring(last.beginning().length()));
    }

    /** Whether an unknown part may contain the beginning of the tag. */
    boolean mayHoldTag() {
        return tag.isEmpty() && !components.getLast().isKnown();
    }

    /** The known part of the name. */
    ImageReference reference() {
        return new ImageReference(registry(), repository(), Optional.of(tag()), Optional.empty());
    }

    private String registry() {
        Rendered first = components.getFirst();
        return components.size() == 1 ? "" : isRegistry(first) ? first.toString() : ImageReference.DOCKER_HUB;
    }

    private String repository() {
        boolean registry = components.size() > 1 && isRegistry(components.getFirst());
        return components.stream()
                .skip(registry ? 1 : 0)
                .map(Rendered::toString)
                .collect(Collectors.joining("/"));
    }

    private String tag() {
        String last = components.getLast().toString();
        return tag.map(Rendered::toString).orElse(mayHoldTag() ? last : "latest");
    }

    /** The long form, equal for all spellings of a name. */
    Rendered longForm() {
        Rendered first = components.getFirst();
        Rendered registry = components.size() == 1 || !first.isKnown()
                ? Rendered.of(new Unknown("registry"))
                : Rendered.of(isRegistry(first) ? "" : ImageReference.DOCKER_HUB + "/");
        Rendered end =
                mayHoldTag() ? Rendered.of(new Unknown("tag")) : Rendered.of(tag.isEmpty() && !pinned ? ":latest" : "");
        return registry.plus(name).plus(end);
    }
}
