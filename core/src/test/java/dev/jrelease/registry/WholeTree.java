package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.StoredManifest;
import java.util.Optional;

/** Fails unless a repository has everything that its tags name, down to the last blob. */
public final class WholeTree {
    private WholeTree() {}

    public static void check(FakeRegistry registry, String repository) {
        registry.tags(repository).forEach(tag -> check(registry, repository, tag));
    }

    private static void check(FakeRegistry registry, String repository, String reference) {
        Optional<StoredManifest> stored = registry.manifest(repository, reference);
        assertThat(stored).as(reference).isPresent();
        Manifest manifest = Manifest.read(stored.get().mediaType(), stored.get().bytes());
        for (Descriptor part : manifest.references()) {
            if (manifest instanceof ImageIndex) {
                check(registry, repository, part.digest().toString());
            } else {
                assertThat(registry.blob(repository, part.digest().toString()))
                        .hasValueSatisfying(blob -> assertThat(blob).hasSize((int) part.size()));
            }
        }
    }
}
