package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.TagResult.How;
import java.util.Optional;

/** One floating tag on its way. Used by one thread at a time. */
final class FloatingMove {
    private final Site site;
    private final Wanted wanted;
    private Optional<Descriptor> observed = Optional.empty();
    private Optional<Descriptor> before = Optional.empty();
    private Optional<Manifest> former = Optional.empty();
    private String remark = "";
    private Progress progress = Progress.OBSERVED;

    /** How far it got. */
    enum Progress {
        OBSERVED,
        /** It stays as it is. */
        STAYS,
        /** It is about to be written; whether it was is not known. */
        TRIED,
        WRITTEN
    }

    FloatingMove(Site site, Wanted wanted) {
        this.site = site;
        this.wanted = wanted;
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
        return LookUp.holds(held, wanted);
    }

    /** Notes what the tag holds, and what it goes back to if need be. */
    void observe(Optional<Descriptor> held, Optional<Manifest> manifest) {
        observed = held;
        before = held;
        former = manifest;
    }

    /** What it goes back to is what it held before a run that was killed. */
    void beganAt(Optional<Descriptor> held) {
        before = held;
        former = Optional.empty();
        progress = Progress.WRITTEN;
    }

    boolean isStillAsObserved(Optional<Descriptor> held) {
        return digest(held).equals(digest(observed));
    }

    boolean isAsBefore(Optional<Descriptor> held) {
        return digest(held).equals(digest(before));
    }

    private static Optional<Digest> digest(Optional<Descriptor> held) {
        return held.map(Descriptor::digest);
    }

    Optional<Descriptor> before() {
        return before;
    }

    /** What the tag held before, as it was read before the first tag moved. */
    Manifest former() {
        return former.orElseGet(
                () -> site.repository().manifest(before.map(Descriptor::digest).orElseThrow()));
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

    boolean moves() {
        return progress == Progress.OBSERVED;
    }

    boolean mayBeWritten() {
        return progress == Progress.TRIED || progress == Progress.WRITTEN;
    }

    TagResult moved() {
        How how = before.isPresent() ? How.MOVED : How.PUSHED;
        return new TagResult(wanted.tag(), Optional.of(wanted.digest()), how, remark, digest(before));
    }
}
