package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A floating tag that is to hold again what it held before it was moved.
 *
 * @param ours what releases moved it to
 * @param before what it held; empty if it was not there
 * @param read what it held, if that was read already
 */
record FormerTag(
        Tag tag, ImageRepository repository, Set<Digest> ours, Optional<Descriptor> before, Optional<Manifest> read) {

    FormerTag {
        ours = Set.copyOf(ours);
    }

    /** @param entries of one tag; the last one has what it held before */
    static FormerTag of(Tag tag, ImageRepository repository, List<LedgerEntry> entries) {
        Set<Digest> ours = new HashSet<>();
        entries.forEach(entry -> ours.add(entry.wanted()));
        return new FormerTag(tag, repository, ours, entries.getLast().before(), Optional.empty());
    }

    Optional<Digest> holds() {
        return repository.resolve(tag.name()).map(Descriptor::digest);
    }

    Optional<Digest> held() {
        return before.map(Descriptor::digest);
    }

    boolean isBack() {
        return holds().equals(held());
    }

    /** Whether something else has moved it since. */
    boolean isOfOthers(Optional<Digest> holds) {
        return holds.isPresent() && !holds.equals(held()) && !ours.contains(holds.get());
    }

    FormerTag readNow() {
        return new FormerTag(tag, repository, ours, before, held().map(repository::manifest));
    }

    /**
     * Restores what the tag held. False if the tag must be removed, and the registry does not support that.
     *
     * @throws TagMovedException if something else moves it while this waits
     */
    boolean restore() {
        if (before.isEmpty()) {
            return repository.deleteTag(tag.name(), this::requireOurs);
        }
        repository.writeTag(
                tag.name(), read.or(() -> held().map(repository::manifest)).orElseThrow(), this::requireOurs);
        return true;
    }

    /** Throws if something else has moved it since. */
    void requireOurs() {
        if (isOfOthers(holds())) {
            throw new TagMovedException();
        }
    }
}
