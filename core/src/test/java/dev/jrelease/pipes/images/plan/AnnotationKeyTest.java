package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jrelease.pipes.images.plan.AnnotationKey.Scope;
import org.junit.jupiter.api.Test;

class AnnotationKeyTest {

    @Test
    void namesThePlacesOfAnAnnotation() {
        assertThat(AnnotationKey.parse("index-descriptor,manifest[linux/amd64]:a:b", Scope.INDEX))
                .extracting(AnnotationKey::scope, AnnotationKey::key)
                .containsExactly(tuple(Scope.DESCRIPTOR, "a:b"), tuple(Scope.MANIFEST, "a:b"));
    }

    @Test
    void readsAnyNumberOfPlaces() {
        assertThat(AnnotationKey.parse("index,".repeat(50_000) + "manifest-descriptor:a", Scope.INDEX))
                .hasSize(50_001);
    }
}
