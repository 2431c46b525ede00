package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The schema against every configuration of the repository. A wrong one whose mistake no schema can see has an empty
 * file {@code not-of-shape} beside it, and the schema has to accept it.
 */
class ConfigurationsTest {
    private static final String NOT_OF_SHAPE = "not-of-shape";

    @Test
    void thereAreConfigurations() {
        assertThat(Configurations.examples()).hasSizeGreaterThan(1);
        assertThat(Configurations.scenarios()).hasSizeGreaterThan(20);
    }

    @TestFactory
    Stream<DynamicTest> acceptsWhatIsRight() {
        List<Path> right = Stream.concat(Configurations.examples().stream(), Configurations.golden("good").stream())
                .toList();
        return tests(right, file -> assertThat(complaints(file)).isEmpty());
    }

    /**
     * Scenarios are right and wrong, in every way there is: loading tells which are wrong in shape. Where a path leads
     * is no matter of shape.
     */
    @TestFactory
    Stream<DynamicTest> agreesWithLoading() {
        return tests(
                Configurations.scenarios().stream()
                        .filter(file -> !Configurations.name(file).contains("/outside/"))
                        .toList(),
                file -> assertThat(complaints(file).isEmpty())
                        .as(complaints(file).toString())
                        .isEqualTo(loads(file)));
    }

    @Test
    void scenariosAreOfBothKinds() {
        assertThat(Configurations.scenarios())
                .filteredOn(file -> !complaints(file).isEmpty())
                .extracting(Configurations::name)
                .anyMatch(name -> name.contains("/mistakes/"))
                .anyMatch(name -> name.contains("/unknown-key/"))
                .anyMatch(name -> name.contains("/not-yaml/"))
                .hasSizeLessThan(Configurations.scenarios().size() / 2);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsOfAnotherShape() {
        return tests(
                Configurations.golden("bad"),
                file -> assertThat(complaints(file).isEmpty())
                        .as(complaints(file).toString())
                        .isEqualTo(Files.exists(file.resolveSibling(NOT_OF_SHAPE))));
    }

    private static Stream<DynamicTest> tests(List<Path> files, Consumer<Path> body) {
        return files.stream().map(file -> DynamicTest.dynamicTest(Configurations.name(file), () -> body.accept(file)));
    }

    private static List<String> complaints(Path path) {
        try {
            ConfigFile file = Configurations.read(path);
            return Editor.of(file).complaints(file);
        } catch (ReleaseException unreadable) {
            return List.of(unreadable.toString());
        }
    }

    private static boolean loads(Path path) {
        Problems problems = new Problems();
        ConfigLoader.load(Configurations.read(path), Configurations.SECTIONS, problems);
        return !problems.hasErrors();
    }
}
