package dev.jrelease.pipes.publish;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.pipeline.Run;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.publish.Tag;
import dev.jrelease.registry.RegistryException;
import dev.jrelease.registry.Repository;
import dev.jrelease.report.ReleaseEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Finds out, before a release begins, whether a repository accepts a push, unless everything is there already. One tag
 * that is free shows that it is not.
 *
 * @param tags those of the repository
 */
record RepositoryCheck(Repository repository, List<Tag> tags, ObservedTags observed, Run run) {
    RepositoryCheck {
        tags = List.copyOf(tags);
    }

    /** @param required whether the release fails where this repository refuses */
    void check(boolean required) throws InterruptedException {
        if (run.onlyChecks()) {
            checkAll(required);
        } else if (!holdsAll(required) && required) {
            acceptsPush();
            observed.open(tags.getFirst().reference());
        }
    }

    private void checkAll(boolean required) throws InterruptedException {
        List<Callable<Boolean>> all = new ArrayList<>();
        if (required) {
            all.add(() -> {
                acceptsPush();
                return true;
            });
        }
        immutable().forEach(tag -> all.add(() -> look(tag).isPresent()));
        List<Boolean> _ = Parallel.run(run.plan().options().parallelism(), all);
    }

    private List<Tag> immutable() {
        return tags.stream().filter(tag -> !tag.floating()).toList();
    }

    void acceptsPush() throws InterruptedException {
        run.check("push to " + repository.name(), () -> {
            repository.checkPush();
            return "accepted";
        });
    }

    private boolean holdsAll(boolean required) throws InterruptedException {
        List<Tag> immutable = immutable();
        if (run.plan().options().overwrite() || immutable.isEmpty()) {
            return false;
        }
        Optional<Descriptor> first = required ? lookOrGiveUp(immutable.getFirst()) : look(immutable.getFirst());
        if (first.isEmpty()) {
            return false;
        }
        List<Optional<Descriptor>> others =
                Parallel.map(run.plan().options().parallelism(), immutable.subList(1, immutable.size()), this::look);
        return others.stream().allMatch(Optional::isPresent) && floatingHoldSame(immutable);
    }

    /** Whether floating tags hold the same as the immutable ones. */
    private boolean floatingHoldSame(List<Tag> immutable) {
        Set<Digest> held = immutable.stream()
                .flatMap(tag -> observed.recent(tag.reference()).flatMap(ObservedTags.Observation::held).stream())
                .map(Descriptor::digest)
                .collect(Collectors.toSet());
        return tags.stream()
                .filter(Tag::floating)
                .allMatch(tag ->
                        look(tag).map(Descriptor::digest).filter(held::contains).isPresent());
    }

    private Optional<Descriptor> look(Tag tag) {
        try {
            return lookUp(tag);
        } catch (ReleaseException failure) {
            return notLookedUp(tag, failure);
        }
    }

    /** Fails where all attempts failed: those of another request would fail, too. */
    private Optional<Descriptor> lookOrGiveUp(Tag tag) {
        try {
            return lookUp(tag);
        } catch (RegistryException failure) {
            if (failure.isGivenUp()) {
                run.checked(subject(tag), Verdict.FAILED, failure.reason(), failure.hint());
                throw failure;
            }
            return notLookedUp(tag, failure);
        }
    }

    private Optional<Descriptor> lookUp(Tag tag) {
        Optional<Descriptor> there = repository.resolve(tag.name());
        observed.note(tag.reference(), there);
        String found = there.map(held -> "is there: " + held.digest()).orElse("is free");
        run.checked(subject(tag), Verdict.PASSED, found, Optional.empty());
        return there;
    }

    private Optional<Descriptor> notLookedUp(Tag tag, ReleaseException failure) {
        // What to do about the registry stands at the check of permission.
        run.checked(subject(tag), Verdict.DOUBTFUL, "not looked up: " + failure.reason(), Optional.empty());
        return Optional.empty();
    }

    private static String subject(Tag tag) {
        return "tag " + tag.text();
    }
}
