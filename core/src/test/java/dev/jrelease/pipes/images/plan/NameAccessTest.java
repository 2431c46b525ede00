package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Access;
import dev.jrelease.pipeline.PlannedTasks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the registry of each name is talked to. */
class NameAccessTest {
    private static Map<String, Access> access(String yaml) {
        Planned planned = Planned.of(yaml);
        assertThat(planned.problems().hasErrors()).as(planned.said().toString()).isFalse();
        Map<String, Access> access = new LinkedHashMap<>();
        planned.tags().forEach(tag -> access.put(tag.text(), tag.access()));
        return access;
    }

    @ParameterizedTest
    @CsvSource({"true,INSECURE", "yes,INSECURE", "on,INSECURE", "false,STRICT", "no,STRICT"})
    void isWhatTheEntrySays(String word, Access wanted) {
        assertThat(access("dockers: [{image_templates: ['a.example/app:1.2.3'], insecure: %s}]".formatted(word)))
                .containsExactly(Map.entry("a.example/app:1.2.3", wanted));
        assertThat(access("dockers_v2: [{images: [a.example/app], tags: ['1.2.3'], insecure: %s}]".formatted(word)))
                .containsExactly(Map.entry("a.example/app:1.2.3", wanted));
    }

    @Test
    void isStrictWhereNothingIsSaid() {
        assertThat(access("""
                        dockers:
                          - image_templates: ["a.example/app:1.2.3"]
                          - image_templates: ["a.example/other:1.2.3"]
                            insecure: true
                        """))
                .containsExactly(
                        Map.entry("a.example/app:1.2.3", Access.STRICT),
                        Map.entry("a.example/other:1.2.3", Access.INSECURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insecure: true", "create_flags: [--insecure]", "push_flags: ['--insecure=true']"})
    void ofAnIndexCoversItsImagesAtTheRegistriesThatItNames(String how) {
        assertThat(access("""
                        dockers:
                          - image_templates: ["a.example/app:1.2.3-amd64", "b.example/app:1.2.3-amd64"]
                        docker_manifests:
                          - name_template: "c.example/app:1.2.3"
                            image_templates: ["a.example/app:1.2.3-amd64"]
                            %s
                        """.formatted(how)))
                .containsExactly(
                        Map.entry("a.example/app:1.2.3-amd64", Access.INSECURE),
                        Map.entry("b.example/app:1.2.3-amd64", Access.STRICT),
                        Map.entry("c.example/app:1.2.3", Access.INSECURE));
    }

    @ParameterizedTest
    @CsvSource({"a.example,INSECURE", "b.example,STRICT", "docker.io,STRICT"})
    void ofABaseIsThatOfTheNamesAtItsRegistry(String registry, Access wanted) {
        Planned planned = Planned.of("""
                dockers_v2:
                  - images: [a.example/app]
                    tags: ["1.2.3"]
                    insecure: true
                """);

        assertThat(PlannedTasks.of(planned.plan(), ImageTask.class))
                .hasSize(2)
                .allSatisfy(image -> assertThat(image.access(registry)).isEqualTo(wanted));
    }
}
