package dev.jrelease.publish;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.Work.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads back every immutable tag, and everything that any tag is to name down to the last blob: only what is seen there
 * counts as pushed. A registry that shows later what it has taken is waited for.
 */
record ReadBack(Work work) {
    void run() throws InterruptedException {
        List<Part> parts = new ArrayList<>();
        for (Site site : work.sites()) {
            site.destination().immutable().stream()
                    .filter(wanted -> !work.isSettled(wanted))
                    .forEach(wanted -> parts.add(new Part(site, () -> tag(site, wanted))));
            Map<Digest, Runnable> checks = new LinkedHashMap<>();
            site.destination().tags().forEach(wanted -> collect(wanted.content(), site, wanted, checks));
            // An immutable tag that is read back shows that its manifest is there.
            site.destination().immutable().forEach(wanted -> checks.remove(wanted.digest()));
            checks.forEach((digest, check) -> {
                if (!site.content().has(digest)) {
                    parts.add(new Part(site, check::run));
                }
            });
        }
        work.sideBySide(parts);
        List<Wanted> seen = work.sites().stream()
                .flatMap(site -> site.destination().immutable().stream())
                .toList();
        work.ledger().note(LedgerEntry.State.SEEN, seen);
    }

    private void tag(Site site, Wanted wanted) {
        String name = wanted.tag().name();
        boolean seen =
                work.waitTimes().isSeen(() -> wanted.isHeldBy(site.repository().resolve(name)));
        if (!seen) {
            String held = site.repository()
                    .resolve(name)
                    .map(Descriptor::digest)
                    .map(Digest::toString)
                    .orElse("nothing");
            throw wrong(
                    wanted,
                    "it holds " + held + " instead of " + wanted.digest(),
                    "something else may be writing to this tag");
        }
    }

    /** Collects one check for each manifest and blob, even if several tags and indexes name it. */
    private void collect(Manifest manifest, Site site, Wanted wanted, Map<Digest, Runnable> checks) {
        if (checks.putIfAbsent(manifest.digest(), () -> manifest(manifest.digest(), site, wanted)) != null) {
            return;
        }
        switch (manifest) {
            case ImageIndex index ->
                index.manifests()
                        .forEach(child ->
                                collect(work.publication().source().manifest(child.digest()), site, wanted, checks));
            case ImageManifest image ->
                image.references().forEach(blob -> checks.putIfAbsent(blob.digest(), () -> blob(blob, site, wanted)));
        }
    }

    private void manifest(Digest digest, Site site, Wanted wanted) {
        if (!work.waitTimes().isSeen(() -> site.repository().hasManifest(digest))) {
            throw lacks(
                    wanted,
                    digest.equals(wanted.digest())
                            ? digest + " is not there"
                            : "its child " + digest + " is not there");
        }
    }

    private void blob(Descriptor blob, Site site, Wanted wanted) {
        AtomicReference<Optional<Long>> seen = new AtomicReference<>(Optional.empty());
        boolean there = work.waitTimes().isSeen(() -> {
            seen.set(site.repository().blobSize(blob));
            return seen.get().isPresent();
        });
        Optional<Long> size = there ? seen.get() : Optional.empty();
        if (!size.equals(Optional.of(blob.size()))) {
            throw lacks(
                    wanted,
                    "its blob " + blob.digest()
                            + size.map(bytes -> " has " + bytes + " bytes instead of " + blob.size())
                                    .orElse(" is not there"));
        }
    }

    private static ReleaseException lacks(Wanted wanted, String what) {
        return wrong(wanted, what, "release again, which sends what the registry lacks");
    }

    private static ReleaseException wrong(Wanted wanted, String what, String hint) {
        return wanted.tag()
                .couldNot("read back " + wanted.tag().text())
                .because(what)
                .hint(hint)
                .build();
    }
}
