package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.publish.Tag;
import dev.jrelease.publish.Tag.Moves;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the tags of an entry move, in each section that has tags. */
class TagMovesTest {
    private static final String EITHER_WAY = "dockers: [{id: hello, image_templates: ['acme/child:1.2.3']}]\n";

    @ParameterizedTest
    @CsvSource({
        "latest, '', FORWARD",
        "1.2.3, '', NEVER",
        "latest, 'floating: false', NEVER",
        "1.2.3-rolling, 'floating: true', FORWARD",
        "nightly, 'forward: false', FREELY",
        "1.2.3, 'forward: false', NEVER",
        "1.2.3-rolling, 'floating: true, forward: false', FREELY",
    })
    void areThoseOfTheNameUnlessTheEntrySaysOtherwise(String tag, String said, Moves wanted) {
        assertThat(moves("dockers: [{image_templates: ['acme/hello:%s'], %s}]".formatted(tag, said)))
                .containsExactly(wanted);
        assertThat(moves("dockers_v2: [{images: [acme/hello], tags: ['%s'], %s}]".formatted(tag, said)))
                .containsOnly(wanted);
        assertThat(moves(EITHER_WAY
                        + "docker_manifests: [{name_template: 'acme/hello:%s', image_templates: ['acme/child:1.2.3'], %s}]"
                                .formatted(tag, said)))
                .containsExactly(Moves.NEVER, wanted);
    }

    private static List<Moves> moves(String yaml) {
        Planned planned = Planned.of(yaml);
        assertThat(planned.problems().hasErrors()).as(planned.said().toString()).isFalse();
        return planned.tags().stream().map(Tag::moves).toList();
    }
}
