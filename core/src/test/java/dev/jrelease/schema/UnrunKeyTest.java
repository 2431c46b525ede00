package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.UnrunKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnrunKeyTest {
    private static final List<String> TAKEN = Configurations.SECTIONS.stream()
            .flatMap(section -> section.byKey().keySet().stream())
            .distinct()
            .toList();

    /** A key that a stage begins to run leaves the table. */
    @Test
    void onlyTheseAreReadWithoutBeingRun() {
        assertThat(TAKEN).filteredOn(UnrunKey::is).containsExactlyInAnyOrder("archives", "nfpms", "release");
    }

    @Test
    void keysOfFormerVersionsNameOnesOfToday() {
        assertThat(UnrunKey.names())
                .extracting(name -> UnrunKey.find(name).flatMap(UnrunKey::today))
                .filteredOn(Optional::isPresent)
                .isNotEmpty()
                .allSatisfy(today -> assertThat(UnrunKey.find(today.get()).flatMap(UnrunKey::today))
                        .isEmpty())
                .allSatisfy(today -> assertThat(UnrunKey.is(today.get())).isTrue());
    }
}
