package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.ImageSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A destination during a transaction. */
final class Site {
    private final Destination destination;
    private final HeldVersion versions;
    private final SeenContent content;
    private volatile @Nullable RuntimeException failure;

    /**
     *
     * @param version that is published
     * @param source of all content
     */
    Site(Destination destination, String version, ImageSource source) {
        this.destination = destination;
        this.versions = new HeldVersion(destination.repository(), core -> releaseTags(version, core));
        this.content = new SeenContent(destination.repository(), source);
    }

    private Stream<String> releaseTags(String version, String core) {
        return destination.immutable().stream()
                .map(wanted -> wanted.tag().name())
                .filter(name -> name.contains(version))
                .map(name -> name.replace(version, core));
    }

    Destination destination() {
        return destination;
    }

    ImageRepository repository() {
        return destination.repository();
    }

    SeenContent content() {
        return content;
    }

    HeldVersion versions() {
        return versions;
    }

    boolean has(LedgerEntry entry) {
        return entry.isIn(destination.name());
    }

    /** The tag of an entry, as the publication names it if it does. */
    Tag tag(LedgerEntry entry) {
        return destination.floating().stream()
                .map(Wanted::tag)
                .filter(tag -> tag.reference().toString().equals(entry.tag()))
                .findFirst()
                .orElseGet(entry::asTag);
    }

    boolean isRequired() {
        return destination.required();
    }

    void leaveOut(RuntimeException because) {
        failure = because;
    }

    boolean isIn() {
        return failure == null;
    }

    Optional<Outcome.LeftOut> leftOut() {
        return Optional.ofNullable(failure)
                .map(because -> new Outcome.LeftOut(repository().name(), because));
    }
}
