package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.Section;
import dev.jrelease.config.bind.BindingContext;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.config.bind.RecordBinder;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.SourceFile;
import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Problems;
import dev.jrelease.json.Json;
import dev.jrelease.template.Partials;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** What the schema refuses is what binding refuses: each is given the same files, with every key there is. */
class AgreementTest {
    /** The product's sections, and one that has everything. */
    private static final List<Section<?>> SECTIONS = Stream.concat(
                    Configurations.SECTIONS.stream(), Stream.of(Everything.SECTION))
            .toList();

    private static final Editor EDITOR = new Editor(ConfigSchema.strict(SECTIONS));

    /** Values of every kind that YAML has. */
    private static final List<String> VALUES =
            """
            word ; '' ; 1 ; '1' ; -3 ; 1.5 ; true ; 'no' ; Yes ; y ; N ; 'yo' ;  90s ; 1.5h ; 0 ; 1_000 ; linux/arm/v7 ; '{{ .Version }}' ; null
            [] ; [word] ; [1, true] ; [null] ; [[word]] ; [{}] ; [{other: word}] ; [docker] ; [dcoker] ; [linux/386]
            {} ; {other: word} ; {other: 1} ; {other: null} ; {other: {}} ; {other: [word]}
            docker ; Docker ; dcoker ; build-kit ; {use: docker} ; {use: dcoker} ; {use: docker, usage: docker}
            {only: maybe} ; {only: true} ; [A=b, C] ; {A: b, '{{ .Tag }}': 1}
            """.lines().flatMap(Pattern.compile(" ; ")::splitAsStream).toList();

    @TestFactory
    Stream<DynamicTest> onEveryKindOfValueOfEveryKey() {
        return Place.all(SECTIONS).stream()
                .flatMap(place -> place.components().stream()
                        .flatMap(component -> spellings(component).stream())
                        .map(key -> DynamicTest.dynamicTest(
                                place.path() + key,
                                () -> VALUES.forEach(value -> agree(place.file(key, JsonView.value(value)))))));
    }

    @TestFactory
    Stream<DynamicTest> onWhichKeysThereAre() {
        return Place.all(SECTIONS).stream()
                .map(place -> DynamicTest.dynamicTest("at " + place.path(), () -> {
                    agree(place.plain());
                    agree(place.around().apply(Json.object()));
                    agree(place.file("nobody_knows_this", Json.object()));
                    place.shape().unsupported().keySet().forEach(key -> agree(place.file(key, Json.object())));
                    place.components().forEach(component -> agree(inEverySpelling(place, component)));
                }));
    }

    private static List<String> spellings(Component component) {
        return Stream.of(List.of(component.key()), component.aliases(), component.former())
                .flatMap(List::stream)
                .toList();
    }

    /** The key under all of its names at once, which is too much if there are several. */
    private static JsonNode inEverySpelling(Place place, Component component) {
        ObjectNode record = place.needed();
        spellings(component).forEach(key -> record.set(key, JsonNodeFactory.instance.nullNode()));
        return place.around().apply(record);
    }

    private static void agree(JsonNode file) {
        List<String> complaints = EDITOR.complaints(file);
        Problems problems = bind(Json.text(file));
        assertThat(complaints.isEmpty())
                .as("%s%nschema: %s%nbinding: %s", Json.text(file), complaints, problems.list())
                .isEqualTo(!problems.hasErrors());
    }

    /** Binds without what loading does besides: JSON is YAML. */
    private static Problems bind(String json) {
        Problems problems = new Problems();
        SourceText source = new SourceText(".release.yaml", json);
        BindingContext context = new BindingContext(problems);
        context.add(new SourceFile(source, Partials.none(), false));
        RecordBinder binder = new RecordBinder(context);
        YamlReader.read(source, false, problems).ifPresent(root -> {
            SECTIONS.forEach(section -> bind(section, root, binder));
            binder.keys(root).keySet().stream()
                    .filter(key -> SECTIONS.stream().noneMatch(section -> takes(section, key)))
                    .forEach(key -> problems.error(source.start(), "unknown key " + key));
        });
        return problems;
    }

    private static void bind(Section<?> section, MappingNode root, RecordBinder binder) {
        if (section.isAcross()) {
            binder.bindAmong(section.type(), root);
        } else {
            binder.bindUnder(section.type(), root, section.keys().getFirst());
        }
    }

    private static boolean takes(Section<?> section, String key) {
        if (!section.isAcross()) {
            return section.keys().contains(key);
        }
        RecordShape shape = RecordShape.of(section.type());
        return shape.unsupported().containsKey(key)
                || shape.components().stream()
                        .anyMatch(component -> spellings(component).contains(key));
    }
}
