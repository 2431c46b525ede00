package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Test
    void aTextWithoutAFormIsAReference() {
        Place place = Place.parse("localhost:5000/acme/hello:1.0", _ -> false);

        assertThat(place)
                .isEqualTo(new Place.InRegistry(
                        "localhost:5000/acme/hello:1.0", ImageReference.parse("localhost:5000/acme/hello:1.0")));
    }

    @ParameterizedTest
    @CsvSource({
        "oci:out, out, ",
        "oci:out:1.0, out, 1.0",
        "oci:dist/oci:localhost:5000/acme/hello:1.0, dist/oci, localhost:5000/acme/hello:1.0",
        "oci:a:b, a:b, ",
        "oci:a:b:1.0, a:b, 1.0",
    })
    void theLongestExistingFolderOfALayoutCounts(String text, String folder, String name) {
        assertThat(Place.parse(text, Set.of("dist/oci", "a", "a:b")::contains))
                .isEqualTo(new Place.InLayout(text, folder, Optional.ofNullable(name)));
    }

    @Test
    void anArchiveMayNameOneOfItsImages() {
        assertThat(Place.parse("docker-archive:a.tar:acme/hello:1.0", _ -> false))
                .isEqualTo(new Place.InArchive(
                        "docker-archive:a.tar:acme/hello:1.0",
                        "a.tar",
                        Optional.of(ImageReference.parse("acme/hello:1.0"))));
        assertThat(Place.parse("docker-archive:a.tar", _ -> false))
                .isEqualTo(new Place.InArchive("docker-archive:a.tar", "a.tar", Optional.empty()));
    }

    @Test
    void anEngineHasReferences() {
        assertThat(Place.parse("docker-daemon:acme/hello:1.0", _ -> false))
                .isEqualTo(new Place.InEngine("docker-daemon:acme/hello:1.0", ImageReference.parse("acme/hello:1.0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci:", "oci::1.0", "oci:out:", "docker-archive:", "docker-archive:a.tar:"})
    void aNameMayNotBeMissing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse(text, _ -> false))
                .withMessage("'" + text + "' is not a place for images: a name is missing after a colon");
    }

    @ParameterizedTest
    @CsvSource({
        "oci-archive:a.tar, oci-archive: is not supported",
        "containers-storage:acme/hello, containers-storage: is not supported",
        "docker://acme/hello, docker:// is left out here",
    })
    void aPlaceOfAnotherToolIsNoReference(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse(text, _ -> false))
                .withMessage("'" + text + "' is not a place for images: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/Hello", "docker-daemon:acme/Hello", "docker-archive:a.tar:acme/Hello"})
    void aReferenceThatNoRegistryTakesIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse(text, _ -> false))
                .withMessageContaining("is not an image reference");
    }
}
