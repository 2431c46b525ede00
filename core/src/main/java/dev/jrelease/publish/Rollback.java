package dev.jrelease.publish;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.LedgerEntry.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts floating tags back to what they held before they were moved, as a ledger says. Nothing is touched where a tag was
 * moved since by somebody else.
 */
public final class Rollback {
    private final Ledger ledger;
    private final Function<LedgerEntry, ImageRepository> repositories;

    /** @param repositories opens the repository that a tag is in */
    public Rollback(Ledger ledger, Function<LedgerEntry, ImageRepository> repositories) {
        this.ledger = ledger;
        this.repositories = repositories;
    }

    /** What became of one tag. */
    public record Result(String tag, String words) {}

    /**
     * What became of all.
     *
     * @param results of the tags that are as they were
     * @param failure of the others
     */
    public record Outcome(List<Result> results, Optional<ReleaseException> failure) {
        public Outcome {
            results = List.copyOf(results);
        }
    }

    /** One tag that goes back. */
    private record Return(LedgerEntry entry, ImageRepository repository, Optional<Manifest> former, boolean isBack) {
        String name() {
            return ImageReference.parse(entry.tag()).manifestKey();
        }
    }

    /**
     * Everything is read before the first tag is written. A tag that cannot be put back does not keep the others from it.
     *
     * @throws ReleaseException of kind REGISTRY if a tag holds what neither the release nor the time before had
     */
    public Outcome run() {
        List<ReleaseException> refusals = new ArrayList<>();
        List<Return> returns =
                each(ledger.entries().stream().filter(LedgerEntry::mayHaveMoved).toList(), this::look, refusals);
        together(refusals).ifPresent(refused -> {
            throw refused;
        });
        List<ReleaseException> failures = new ArrayList<>();
        List<Result> results = each(returns.reversed(), this::putBack, failures);
        return new Outcome(results, together(failures));
    }

    private static <T, R> List<R> each(List<T> all, Function<T, R> action, List<ReleaseException> failures) {
        List<R> done = new ArrayList<>();
        for (T one : all) {
            try {
                done.add(action.apply(one));
            } catch (ReleaseException failure) {
                failures.add(failure);
            }
        }
        return done;
    }

    private static Optional<ReleaseException> together(List<ReleaseException> failures) {
        failures.stream().skip(1).forEach(failure -> failures.getFirst().addSuppressed(failure));
        return failures.stream().findFirst();
    }

    private Return look(LedgerEntry entry) {
        ImageRepository repository = repositories.apply(entry);
        Optional<Digest> held = repository
                .resolve(ImageReference.parse(entry.tag()).manifestKey())
                .map(Descriptor::digest);
        Optional<Digest> before = entry.before().map(Descriptor::digest);
        if (held.equals(before)) {
            return new Return(entry, repository, Optional.empty(), true);
        }
        if (!held.equals(Optional.of(entry.wanted()))) {
            throw movedSince(entry, held);
        }
        return new Return(entry, repository, before.map(repository::manifest), false);
    }

    private static ReleaseException movedSince(LedgerEntry entry, Optional<Digest> held) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, "put back " + entry.tag())
                .because("it was moved since: it holds "
                        + held.map(Digest::toString).orElse("nothing") + ", the release left " + entry.wanted())
                .hint("no tag was put back; to move this one anyway, write it with another tool")
                .build();
    }

    private Result putBack(Return tag) {
        LedgerEntry entry = tag.entry();
        if (tag.isBack()) {
            return new Result(entry.tag(), "is as it was before");
        }
        ledger.note(State.TAKING_BACK, entry);
        String words = tag.former().map(former -> write(tag, former)).orElseGet(() -> delete(tag));
        ledger.note(State.TAKEN_BACK, entry);
        return new Result(entry.tag(), words);
    }

    private static String write(Return tag, Manifest former) {
        tag.repository().writeTag(tag.name(), former);
        return "holds " + former.digest() + " again";
    }

    private static String delete(Return tag) {
        if (tag.repository().deleteTag(tag.name())) {
            return "removed: it was not there before";
        }
        throw ReleaseException.couldNot(
                        FailureKind.REGISTRY, "remove " + tag.entry().tag())
                .because("it was not there before, and the registry removes no tags")
                .hint("remove it with the registry's own means")
                .build();
    }
}
