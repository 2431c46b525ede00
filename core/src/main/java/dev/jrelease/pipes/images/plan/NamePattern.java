package dev.jrelease.pipes.images.plan;

import dev.jrelease.image.ImageReference;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Optional;

/**
 * The name of an image of which parts are not known: what can be said of it for any value of these parts. A part may
 * hold anything, also several components, or a tag.
 */
final class NamePattern {
    private static final char ANY = '\uffff';
    private static final LinearPattern COMPONENT_LETTERS = LinearPattern.of("[a-z0-9._" + ANY + "-]++");
    private static final LinearPattern TAG = LinearPattern.of("[A-Za-z0-9_" + ANY + "][A-Za-z0-9_." + ANY + "-]*+");
    private static final LinearPattern END_OF_TAG = LinearPattern.of("[A-Za-z0-9_." + ANY + "-]*+");

    private final List<Unknown> unknown;
    private final String text;
    private final int slash;
    /** Where the tag begins; negative if no colon is known that it is behind. */
    private final int colon;

    private final int at;

    NamePattern(Rendered name) {
        this.unknown = name.parts().stream()
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .toList();
        this.text = name.with(ANY);
        this.at = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
        this.slash = text.lastIndexOf('/', at);
        this.colon = text.substring(0, at).indexOf(':', slash + 1);
    }

    /**
     * Refuses a name that no registry accepts, whatever the parts are that are not known.
     *
     * @throws IllegalArgumentException with a message for people
     */
    void refuse() {
        fault().ifPresent(why -> {
            throw new IllegalArgumentException(ImageReference.refusal(shown(0, text.length()), why));
        });
    }

    private Optional<String> fault() {
        if (slash < 0) {
            return Optional.empty(); // what looks like a repository and a tag may be a host and a port
        }
        int end = colon < 0 ? endOfRepository() : colon;
        int from = 0;
        while (from <= end) {
            int next = text.indexOf('/', from);
            int to = next < 0 || next > end ? end : next;
            if (!isComponent(from, to)) {
                return Optional.of(faultOfRepository(end, colon < 0 ? at : colon));
            }
            from = to + 1;
        }
        boolean tag =
                colon < 0 ? END_OF_TAG.matches(text.substring(end, at)) : TAG.matches(text.substring(colon + 1, at));
        return tag ? Optional.empty() : Optional.of(ImageReference.whyNotTag(shown(colon < 0 ? end : colon + 1, at)));
    }

    /** A part of the last component that is not known may be the beginning of the tag. */
    private int endOfRepository() {
        int any = text.indexOf(ANY, slash + 1);
        return any < 0 || any > at ? at : any;
    }

    private boolean isComponent(int from, int to) {
        String component = text.substring(from, to);
        boolean first = from == 0;
        if (component.indexOf(ANY) >= 0 || text.startsWith(String.valueOf(ANY), to)) {
            return first || component.isEmpty() || COMPONENT_LETTERS.matches(component);
        }
        return ImageReference.isRepository(component) || (first && ImageReference.looksLikeHost(component));
    }

    private String faultOfRepository(int known, int end) {
        int first = text.indexOf('/');
        boolean host = ImageReference.looksLikeHost(text.substring(0, first)) || text.indexOf(ANY) < first;
        int from = host ? first + 1 : 0;
        boolean upperCase = text.substring(from, known).chars().anyMatch(Character::isUpperCase);
        return ImageReference.whyNotRepository(shown(from, end), upperCase);
    }

    private String shown(int from, int to) {
        StringBuilder shown = new StringBuilder();
        int next = (int)
                text.substring(0, from).chars().filter(letter -> letter == ANY).count();
        for (char letter : text.substring(from, to).toCharArray()) {
            shown.append(letter == ANY ? unknown.get(next++).source() : String.valueOf(letter));
        }
        return shown.toString();
    }

    /** Whether a part that is not known may be the beginning of the tag. */
    boolean mayHoldTag() {
        return colon < 0 && text.indexOf(ANY, slash + 1) >= 0;
    }

    /** Whether it names a digest. */
    boolean hasDigest() {
        return at < text.length();
    }

    /** The tag, as far as it is known. */
    String tag() {
        return colon < 0 ? shown(slash + 1, at) : shown(colon + 1, at);
    }

    /** The host, as far as it is known. */
    String registry() {
        int first = text.indexOf('/');
        String host = first < 0 ? "" : text.substring(0, first);
        return host.isEmpty() || host.indexOf(ANY) >= 0 || ImageReference.looksLikeHost(host)
                ? shown(0, Math.max(first, 0))
                : ImageReference.DOCKER_HUB;
    }

    /** The long form, which is the same for all spellings of a name. */
    Rendered longForm(Rendered name) {
        int first = text.indexOf('/');
        String host = first < 0 ? String.valueOf(ANY) : text.substring(0, first);
        Rendered registry = host.indexOf(ANY) >= 0
                ? Rendered.of(new Unknown("host"))
                : Rendered.of(ImageReference.looksLikeHost(host) ? "" : ImageReference.DOCKER_HUB + "/");
        Rendered tag = mayHoldTag()
                ? Rendered.of(new Unknown("tag"))
                : Rendered.of(colon < 0 && !hasDigest() ? ":latest" : "");
        return registry.plus(name).plus(tag);
    }
}
