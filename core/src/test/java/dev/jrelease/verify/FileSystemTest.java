package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.LayerTar;
import dev.jrelease.verify.FileSystem.Node;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSystemTest {

    @Test
    void upperLayersReplaceLowerOnes() throws Exception {
        FileSystem files = layers(
                new LayerBuilder().file("a/x", 0644, "").file("a/y", 0644, ""),
                new LayerBuilder().file("a/x", 0755, ""));

        assertThat(files.resolve("/a/x")).map(Node::layer).contains(1);
        assertThat(files.resolve("/a/x")).map(Node::isExecutable).contains(true);
        assertThat(files.resolve("/a/y")).map(Node::layer).contains(0);
    }

    @Test
    void whiteoutsRemoveWhatIsBelowThem() throws Exception {
        FileSystem files = layers(
                new LayerBuilder().file("a/x", 0644, "").file("b/c/x", 0644, "").file("b-c", 0644, ""),
                new LayerBuilder().file("a/.wh.x", 0, "").file(".wh.b", 0, ""));

        assertThat(paths(files)).containsExactly("b-c");
    }

    @Test
    void opaqueDirectoriesHideLowerLayersOnly() throws Exception {
        FileSystem files = layers(
                new LayerBuilder().directory("a").file("a/old", 0644, "").file("a/b/old", 0644, ""),
                new LayerBuilder().directory("a").file("a/new", 0644, "").file("a/.wh..wh..opq", 0, ""));

        assertThat(paths(files)).containsExactly("a", "a/new");
    }

    @Test
    void whiteoutsSpareTheirOwnLayer() throws Exception {
        FileSystem files = layers(
                new LayerBuilder().file("a/x", 0644, ""),
                new LayerBuilder().file("a/x", 0755, "").file("a/.wh.x", 0, ""));

        assertThat(files.resolve("a/x")).map(Node::layer).contains(1);
    }

    @Test
    void filesReplaceDirectories() throws Exception {
        FileSystem files =
                layers(new LayerBuilder().file("a/x", 0644, ""), new LayerBuilder().file("a", 0644, "now a file"));

        assertThat(paths(files)).containsExactly("a");
    }

    @Test
    void hardLinksAreTheirTarget() throws Exception {
        FileSystem files = layers(
                new LayerBuilder().file("bin/busybox", 0755, ElfFiles.ARM64),
                new LayerBuilder().hardLink("sh", "bin/busybox"));

        assertThat(files.resolve("/sh")).hasValueSatisfying(node -> {
            assertThat(node.content()).isInstanceOf(FileType.Elf.class);
            assertThat(node.isExecutable()).isTrue();
            assertThat(node.layer()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/bin/app, usr/bin/app",
        "/bin/app, usr/bin/app",
        "/bin/../bin/app, usr/bin/app",
        "/usr/./bin//app, usr/bin/app",
        "/absolute, usr/bin/app",
        "/relative, usr/bin/app",
        "/usr/up, usr/bin/app",
        "/above, usr/bin/app",
        "/../../usr/bin/app, usr/bin/app",
        "/chain, usr/bin/app",
    })
    void followsLinks(String path, String found) throws Exception {
        FileSystem files = layers(
                new LayerBuilder()
                        .file("usr/bin/app", 0755, "")
                        .link("bin", "usr/bin")
                        .link("absolute", "/bin/app")
                        .link("relative", "./bin/app")
                        .link("usr/up", "../usr/bin/app")
                        .link("above", "../../../bin/app"),
                new LayerBuilder().link("chain", "/absolute"));

        assertThat(files.resolve(path)).map(Node::path).contains(found);
    }

    @Test
    void endsWhereLinksLeadInACircle() throws Exception {
        FileSystem files = layers(new LayerBuilder()
                .link("a", "b")
                .link("b", "a")
                .link("gone", "nowhere")
                .link("self", "self/x"));

        assertThat(files.resolve("/a")).isEmpty();
        assertThat(files.resolve("/gone")).isEmpty();
        assertThat(files.resolve("/self")).isEmpty();
    }

    @Test
    void writesThroughLinkedDirectories() throws Exception {
        FileSystem files = layers(
                new LayerBuilder().directory("usr/bin").link("bin", "usr/bin"),
                new LayerBuilder().file("bin/app", 0755, "").hardLink("bin/again", "bin/app"));

        assertThat(files.resolve("/bin/again")).map(Node::isExecutable).contains(true);
        assertThat(files.resolve("/usr/bin/app")).map(Node::path).contains("usr/bin/app");
        assertThat(files.directory("/bin")).isEqualTo("usr/bin");
    }

    private static List<String> paths(FileSystem files) {
        return files.nodes().stream().map(Node::path).toList();
    }

    private static FileSystem layers(LayerBuilder... layers) throws Exception {
        List<List<LayerFile>> all = new ArrayList<>();
        for (LayerBuilder layer : layers) {
            List<LayerFile> files = new ArrayList<>();
            LayerTar.read(
                    new ByteArrayInputStream(layer.tar()),
                    (entry, content) -> files.add(new LayerFile(entry, FileType.of(content.readAllBytes()))));
            all.add(files);
        }
        return new FileSystem(all, 0);
    }
}
