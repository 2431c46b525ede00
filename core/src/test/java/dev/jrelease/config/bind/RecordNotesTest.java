package dev.jrelease.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the build writes down of annotations is what they say. */
class RecordNotesTest {
    private final Set<Class<?>> records = new LinkedHashSet<>();

    @TestFactory
    Stream<DynamicTest> areReadAsTheyWereWritten() {
        Environment nowhere = new Environment(Map.of(), Path.of(""), Path.of(""));
        try (Releaser releaser = new Releaser(nowhere, new Redactor(), Instant.EPOCH)) {
            releaser.sections().stream().map(Section::type).forEach(this::add);
        }
        assertThat(records).hasSizeGreaterThan(20);
        return records.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    RecordNotes read = RecordNotes.read(type);
                    assertThat(RecordNotes.parse(read.text())).isEqualTo(read);
                    assertThat(RecordNotes.of(type)).isEqualTo(read);
                }));
    }

    @Unsupported(key = "a", why = "for a reason")
    @Unsupported(key = "b", why = "too", changesImage = true)
    private record Example(
            @Key("the-key") @Alias({"one", "two"}) @Required(orLeftOut = true)
            String first,

            @OneOrMany List<String> second,
            String withoutAnything) {}

    @Test
    void holdEveryMemberOfAnAnnotation() {
        RecordShape shape = RecordShape.of(Example.class);

        assertThat(shape.unsupported().values())
                .containsExactly(new UnsupportedKey("a", "for a reason", false), new UnsupportedKey("b", "too", true));
        assertThat(shape.byKey().keySet()).containsExactly("the-key", "one", "two", "second", "without_anything");
        assertThat(shape.components().getFirst().orLeftOut()).isTrue();
        assertThat(shape.components().get(1).oneOrMany()).isTrue();
    }

    private void add(Class<?> type) {
        if (records.add(type)) {
            RecordShape.of(type).components().stream()
                    .filter(component -> !component.isPosition())
                    .forEach(component -> add(component.shape()));
        }
    }

    private void add(ValueShape shape) {
        switch (shape) {
            case ValueShape.Items items -> add(items.item());
            case ValueShape.Named named -> add(named.value());
            case ValueShape.Keys keys -> add(keys.shape().type());
            case ValueShape.Single single -> {}
        }
    }
}
