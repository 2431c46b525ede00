package dev.jrelease.publish;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.NoAnswerException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.TagResult.How;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The move of one floating tag. Used by one thread at a time. */
final class FloatingMove {
    private final Site site;
    private final Wanted wanted;
    private final List<LedgerEntry> unfinished;
    private Optional<Descriptor> observed = Optional.empty();
    private Optional<Descriptor> before = Optional.empty();
    private Optional<Manifest> former = Optional.empty();
    private String remark = "";
    private Progress progress = Progress.OBSERVED;
    private boolean mayArriveLate;

    /** How far it got. */
    enum Progress {
        OBSERVED,
        /** It stays as it is. */
        STAYS,
        /** It is about to be written; whether it was is not known. */
        TRIED,
        WRITTEN
    }

    /** @param unfinished the entries of unfinished runs for this tag */
    FloatingMove(Site site, Wanted wanted, List<LedgerEntry> unfinished) {
        this.site = site;
        this.wanted = wanted;
        this.unfinished = unfinished;
    }

    Site site() {
        return site;
    }

    Wanted wanted() {
        return wanted;
    }

    String name() {
        return wanted.tag().name();
    }

    Optional<Descriptor> resolve() {
        return site.repository().resolve(name());
    }

    boolean isAsWanted(Optional<Descriptor> held) {
        return wanted.isHeldBy(held);
    }

    /** Notes what the tag holds now, which is what a failed release restores. */
    void observe(Optional<Descriptor> held, Optional<Manifest> manifest) {
        observed = held;
        before = held;
        former = manifest;
    }

    /**
     * If an unfinished run has moved the tag, what is restored is what the tag held before that run.
     *
     * @return whether such a run had moved it to what it holds now
     */
    boolean goesOn() {
        Optional<LedgerEntry> movedBy = unfinished.reversed().stream()
                .filter(entry -> entry.isHeldBy(observed))
                .findFirst();
        movedBy.ifPresent(entry -> goBackTo(entry.before()));
        return movedBy.isPresent();
    }

    void goBackTo(Optional<Descriptor> held) {
        before = held;
        former = Optional.empty();
    }

    boolean isStillAsObserved(Optional<Descriptor> held) {
        return digest(held).equals(digest(observed));
    }

    /** Throws if the tag holds by now what neither was observed nor is wanted. */
    void requireUnmoved() {
        Optional<Descriptor> held = resolve();
        if (!isStillAsObserved(held) && !isAsWanted(held)) {
            throw new TagMovedException();
        }
    }

    private static Optional<Digest> digest(Optional<Descriptor> held) {
        return held.map(Descriptor::digest);
    }

    Optional<Descriptor> before() {
        return before;
    }

    /** The tag as it is to be again if the move is taken back. */
    FormerTag formerTag() {
        Set<Digest> ours = new HashSet<>(Set.of(wanted.digest()));
        unfinished.forEach(entry -> ours.add(entry.wanted()));
        return new FormerTag(wanted.tag(), site.repository(), ours, before, former);
    }

    void remark(String text) {
        remark = text;
    }

    Progress progress() {
        return progress;
    }

    void reach(Progress next) {
        progress = next;
    }

    /** Notes why a write failed. One that was sent and not answered may arrive after it was taken back. */
    void failed(ReleaseException failure) {
        mayArriveLate = causes(failure)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Stream.of(cause.getSuppressed()).flatMap(FloatingMove::causes)))
                .anyMatch(NoAnswerException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable of) {
        return Stream.iterate(of, cause -> cause != null, Throwable::getCause);
    }

    boolean mayArriveLate() {
        return mayArriveLate;
    }

    boolean moves() {
        return progress == Progress.OBSERVED;
    }

    boolean mayBeWritten() {
        return progress == Progress.TRIED || progress == Progress.WRITTEN;
    }

    TagResult moved() {
        return moved(before);
    }

    /** It has moved from what it held. */
    TagResult moved(Optional<Descriptor> from) {
        How how = from.isPresent() ? How.MOVED : How.PUSHED;
        return new TagResult(wanted.tag(), Optional.of(wanted.digest()), how, remark, digest(from));
    }
}
