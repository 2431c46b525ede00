package dev.jrelease.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.documentation.Page.Link;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every relative link of the documentation leads to a file of the repository, and to a heading that exists. */
class LinksTest {

    @Test
    void everyRelativeLinkResolves() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Page page : Page.all()) {
            for (Link link : page.links()) {
                links++;
                if (isRelative(link) && !resolves(page, link)) {
                    broken.add(page.name() + ":" + link.line() + ": " + link.target());
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(100);
    }

    @Test
    void everyPageOfTheConfigurationIsLinkedFromItsIndex() throws IOException {
        Page index = page(Page.REPOSITORY.resolve("docs/configuration.md"));
        List<String> targets = index.links().stream().map(Link::target).toList();

        assertThat(Page.all())
                .extracting(Page::name)
                .filteredOn(name -> name.startsWith("docs/configuration/"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(targets).contains(name.substring("docs/".length())));
    }

    private static boolean isRelative(Link link) {
        return URI.create(link.target()).getScheme() == null;
    }

    private static boolean resolves(Page page, Link link) throws IOException {
        String[] parts = link.target().split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.path()
                : page.path().resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || page(target).anchors().contains(parts[1]));
    }

    private static Page page(Path path) throws IOException {
        return new Page(path, Files.readAllLines(path));
    }
}
