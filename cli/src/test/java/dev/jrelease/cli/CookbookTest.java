package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.documentation.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each recipe of docs/cookbook.md: its file passes {@code check} and can be planned, and each of its commands succeeds. */
class CookbookTest {

    @TestFactory
    Stream<DynamicTest> succeeds(@TempDir Path folder) throws IOException {
        List<Page> sections = Page.of("docs/cookbook.md").sections();
        String dockerfile = Recipe.dockerfile(sections.getFirst()).orElseThrow();
        List<Page> recipes = sections.subList(1, sections.size());
        assertThat(recipes).hasSizeGreaterThan(10);
        return recipes.stream()
                .map(section -> DynamicTest.dynamicTest(section.title(), () -> {
                    Path place = folder.resolve(section.title().replaceAll("\\W+", "-"));
                    try (Recipe recipe = new Recipe(section, place)) {
                        recipe.follow(dockerfile);
                    }
                }));
    }
}
