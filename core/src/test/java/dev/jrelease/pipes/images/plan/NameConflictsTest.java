package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One name, asked for by several entries. */
class NameConflictsTest {
    private static final String SAME = "  - {image_templates: ['acme/a:1.2.3']}\n";
    private static final String PERHAPS = "  - {image_templates: ['acme/a:1.2.3'], if: '{{ eq .Env.A \"x\" }}'}\n";
    private static final String OTHER = "  - {image_templates: ['acme/a:1.2.3'], dockerfile: Other}\n";
    private static final String WARNED = "warning: the image acme/a:1.2.3 is named twice, with the same content";

    @ParameterizedTest
    @ValueSource(strings = {SAME + SAME, PERHAPS + SAME + SAME, SAME + PERHAPS + SAME, SAME + SAME + PERHAPS})
    void isTakenOnceByImagesThatAreTheSame(String entries) {
        assertThat(Planned.checked("project_name: hello\ndockers:\n" + entries).said())
                .singleElement()
                .asString()
                .contains(WARNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAME + PERHAPS, PERHAPS + SAME, PERHAPS + OTHER, PERHAPS + PERHAPS})
    void isFreeForImagesOfWhichOneMayNotBeMade(String entries) {
        assertThat(Planned.checked("project_name: hello\ndockers:\n" + entries).said())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SAME + OTHER, OTHER + SAME, SAME + PERHAPS + OTHER, PERHAPS + SAME + OTHER})
    void isAnErrorForImagesThatDiffer(String entries) {
        assertThat(Planned.checked("project_name: hello\ndockers:\n" + entries).said())
                .singleElement()
                .asString()
                .contains("two images have the name acme/a:1.2.3: hello linux/amd64 and hello linux/amd64");
    }

    @Test
    void isAnErrorForAnImageAndAnIndex() {
        assertThat(Planned.of("""
                        dockers:
                          - image_templates: ["acme/a:1.2.3"]
                        docker_manifests:
                          - {name_template: "acme/a:1.2.3", image_templates: ["acme/a:1.2.3"]}
                        """).said())
                .singleElement()
                .asString()
                .contains("acme/a:1.2.3 is both an index and an image, project linux/amd64");
    }
}
