package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In these names, {@code ?} stands for a part that is not known. */
class UnknownNameTest {
    private static UnknownName name(String text) {
        List<Rendered.Part> parts = text.chars()
                .<Rendered.Part>mapToObj(
                        letter -> letter == '?' ? new Unknown("?") : new Rendered.Known(Character.toString(letter)))
                .toList();
        return new UnknownName(new Rendered(parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?/app",
                "ghcr.io/?/app:1",
                "ghcr.io/acme/?",
                "ghcr.io/acme/app?",
                "acme/app:?",
                "acme/app:1.2?-amd64",
                "localhost:5000/?:latest",
                "?:5000/app:1",
                "Acme/app:?",
                "acme/app?@sha256:0",
                "a?b.example/app",
            })
    void mayBeOne(String text) {
        assertThat(name(text).refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghcr.io/Acme/app:?    | its repository 'Acme/app' must be lower case",
                "?/Acme/app            | its repository 'Acme/app' must be lower case",
                "ghcr.io/ac!me/?       | its repository 'ac!me/?' may hold only lower-case letters, digits and single separators",
                "acme//app:?           | its repository 'acme//app' may hold only lower-case letters, digits and single separators",
                "acme/app:-?           | its tag '-?' may hold only letters, digits, '_', '.' and '-', and not begin with the last two",
                "acme/app:1+?          | its tag '1+?' may hold only letters, digits, '_', '.' and '-', and not begin with the last two",
                "acme/app?+1           | its tag '?+1' may hold only letters, digits, '_', '.' and '-', and not begin with the last two",
            })
    void isNone(String text, String why) {
        assertThat(name(text).refusal()).hasValue("'" + text + "' is not an image reference: " + why);
    }

    @ParameterizedTest
    @CsvSource({
        "?/app:1,              ?,         app,       1",
        "ghcr.io/?/app,        ghcr.io,   ?/app,     latest",
        "acme/app:?,           docker.io, acme/app,  ?",
        "ghcr.io/acme/app?,    ghcr.io,   acme/app?, app?",
    })
    void isReadAsFarAsItIsKnown(String text, String registry, String repository, String tag) {
        assertThat(name(text).reference().registry()).isEqualTo(registry);
        assertThat(name(text).reference().repository()).isEqualTo(repository);
        assertThat(name(text).reference().manifestKey()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "acme/app:?, docker.io/acme/app:1.2.3, true",
        "acme/app:?, ghcr.io/acme/app:1.2.3,   false",
        "acme/app?,  docker.io/acme/app:1.2.3, true",
        "?/app:1,    docker.io/acme/app:1,     true",
        "?/app:1,    docker.io/acme/app:2,     false",
        "acme/?:1,   docker.io/acme/app:1,     true",
    })
    void hasALongFormThatOtherNamesMayEqual(String text, String other, boolean same) {
        assertThat(name(text).longForm().couldEqual(Rendered.of(other))).isEqualTo(same);
    }
}
