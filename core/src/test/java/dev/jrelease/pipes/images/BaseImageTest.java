package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.BaseLayers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImageTest {

    @ParameterizedTest
    @CsvSource({"'old own', true", "own, true", "'one two own', false", "'one own', false"})
    void anImageWithoutALayerOfItWasBuiltOnAnother(String layers, boolean another) {
        BaseImage base = new BaseImage(Set.of("one", "two"), BaseLayers.NONE, Optional.empty());

        assertThat(base.isAnother(List.of(layers.split(" ", -1)))).isEqualTo(another);
        assertThat(BaseImage.UNKNOWN.isAnother(List.of(layers.split(" ", -1)))).isFalse();
    }
}
