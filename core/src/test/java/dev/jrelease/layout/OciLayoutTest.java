package dev.jrelease.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OciLayoutTest {
    private static final String NAME = "localhost:5000/acme/hello:1.2.3";

    private final Path temporary;

    OciLayoutTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    private Path folder() {
        return temporary.resolve("dist/oci");
    }

    @Test
    void isALayoutFromTheStart() throws IOException {
        OciLayout.create(folder()).close();
        assertThat(folder().resolve("oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(folder().resolve("index.json"))
                .hasContent("{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_INDEX + "\",\"manifests\":[]}");
        assertThat(folder().resolve("blobs/sha256")).isEmptyDirectory();
        assertThat(OciLayout.open(folder()).entries()).isEmpty();
    }

    @Test
    void givesBackWhatWasWritten() throws Exception {
        ImageManifest image;
        ImageIndex index;
        try (OciLayout layout = OciLayout.create(folder())) {
            image = TestImage.write(layout, "amd64");
            index = ImageIndex.of(List.of(image.descriptor().withPlatform(Platform.of("linux", "amd64"))));
            layout.writeManifest(index);
            layout.tag(NAME, index.descriptor());
        }
        OciLayout layout = OciLayout.open(folder());
        Descriptor found = layout.find(NAME).orElseThrow();
        assertThat(found.annotations()).containsEntry("org.opencontainers.image.ref.name", NAME);
        assertThat(layout.manifest(found.digest())).isEqualTo(index);
        assertThat(layout.manifest(image.digest())).isEqualTo(image);
        assertThat(layout.bytes(image.config())).asString(UTF_8).contains("amd64");
        assertThat(layout.hasManifest(index.digest())).isTrue();
        assertThat(layout.hasBlob(image.config())).isTrue();
    }

    @Test
    void isWrittenOnceForSeveralNamesAndNotForThoseThatItHas() throws Exception {
        Path index = folder().resolve("index.json");
        try (OciLayout layout = OciLayout.create(folder())) {
            ImageManifest image = TestImage.write(layout, "amd64");
            layout.tag(List.of("b", "a"), image.descriptor());
            assertThat(layout.entries())
                    .extracting(entry -> OciLayout.name(entry).orElseThrow())
                    .containsExactly("a", "b");
            Files.delete(index);

            layout.tag(List.of("a", "b"), image.descriptor());
            assertThat(index).doesNotExist();
            layout.tag(List.of("a", "c"), image.descriptor());
            assertThat(index).exists();
        }
    }

    @Test
    void keepsWhatWasThereAndReplacesAnEntryOfTheSameName() throws Exception {
        ImageManifest first;
        ImageManifest second;
        try (OciLayout layout = OciLayout.create(folder())) {
            first = TestImage.write(layout, "amd64");
            layout.tag("z", first.descriptor());
            layout.tag(NAME, first.descriptor());
        }
        try (OciLayout layout = OciLayout.create(folder())) {
            second = TestImage.write(layout, "arm64");
            layout.tag(NAME, second.descriptor());
            assertThat(layout.entries())
                    .extracting(Descriptor::digest)
                    .containsExactly(second.digest(), first.digest());
        }
        assertThat(OciLayout.open(folder()).find(NAME)).map(Descriptor::digest).contains(second.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"annotations\":{\"a\":\"1\"}",
                "\"artifactType\":\"application/vnd.example\"",
                "\"com.example.new\":{\"deep\":[1,null,true]}"
            })
    void keepsWhatTheIndexSaysBesidesItsEntries(String member) throws Exception {
        OciLayout.create(folder()).close();
        Path file = folder().resolve("index.json");
        Files.writeString(file, "{\"schemaVersion\":2," + member + ",\"manifests\":[]}");

        try (OciLayout layout = OciLayout.create(folder())) {
            layout.tag(NAME, TestImage.write(layout, "amd64").descriptor());
            layout.tag("other", TestImage.write(layout, "arm64").descriptor());
        }

        assertThat(file).content().contains(member).contains(NAME);
    }

    @Test
    void hasTheSameIndexInWhateverOrderNamesWereGiven() throws Exception {
        List<String> names = List.of("b:1", "a:1", "c:1");
        assertThat(indexWith(folder().resolve("one"), names))
                .isEqualTo(indexWith(folder().resolve("two"), names.reversed()));
    }

    private static String indexWith(Path folder, List<String> names) throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            Manifest image = TestImage.write(layout, "amd64");
            names.forEach(name -> layout.tag(name, image.descriptor()));
        }
        return Files.readString(folder.resolve("index.json"));
    }

    @Test
    void isWrittenByOneRunAtATime() {
        try (OciLayout layout = OciLayout.create(folder())) {
            assertThat(layout.entries()).isEmpty();
            assertThatThrownBy(() -> OciLayout.create(folder()))
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("could not write images to " + folder() + ": another run is writing there");
        }
        OciLayout.create(folder()).close();
    }

    @Test
    void clearsAwayWhatAKilledRunLeft() throws IOException {
        Files.createDirectories(folder().resolve(".incoming"));
        Files.writeString(folder().resolve(".incoming/1"), "half a la");
        try (OciLayout layout = OciLayout.create(folder())) {
            assertThat(Path.of(layout.toString(), ".incoming")).isEmptyDirectory();
        }
    }

    @Test
    void takesNoBlobThatIsNotWhatItsDescriptorSays() throws IOException {
        byte[] content = "content".getBytes(UTF_8);
        Descriptor blob = new Descriptor(MediaTypes.OCI_LAYER, Digest.of(content), content.length);
        try (OciLayout layout = OciLayout.create(folder())) {
            for (String other : List.of("contemt", "cont", "contents")) {
                assertThatThrownBy(() -> layout.writeBlob(blob, () -> new ByteArrayInputStream(other.getBytes(UTF_8))))
                        .isInstanceOf(ReleaseException.class)
                        .hasMessageStartingWith("could not write blob " + blob.digest() + " to " + folder());
            }
            assertThat(layout.hasBlob(blob)).isFalse();
            assertThat(folder().resolve(".incoming")).isEmptyDirectory();
        }
    }

    @Test
    void takesOneBlobFromSeveralThreads() throws Exception {
        byte[] content = "content".repeat(100_000).getBytes(UTF_8);
        Descriptor blob = new Descriptor(MediaTypes.OCI_LAYER, Digest.of(content), content.length);
        try (OciLayout layout = OciLayout.create(folder())) {
            Callable<Boolean> write = () -> {
                layout.writeBlob(blob, () -> new ByteArrayInputStream(content));
                return layout.hasBlob(blob);
            };
            assertThat(Parallel.run(8, Collections.nCopies(16, write))).containsOnly(true);
            assertThat(layout.bytes(blob)).isEqualTo(content);
        }
    }

    @Test
    void takesNoManifestBeforeWhatItNames() {
        Manifest dangling = ImageIndex.of(List.of(new Descriptor(MediaTypes.OCI_MANIFEST, Digest.of(new byte[1]), 1)));
        try (OciLayout layout = OciLayout.create(folder())) {
            assertThatThrownBy(() -> layout.writeManifest(dangling)).hasMessageContaining("which is not in");
            assertThatThrownBy(() -> layout.tag(NAME, dangling.descriptor())).hasMessageContaining("is not in");
        }
    }

    @Test
    void saysThatABlobOnDiskWasChanged() throws Exception {
        try (OciLayout layout = OciLayout.create(folder())) {
            ImageManifest image = TestImage.write(layout, "amd64");
            for (Digest digest : List.of(image.digest(), image.config().digest())) {
                Path file = folder().resolve("blobs/sha256").resolve(digest.hex());
                Files.writeString(file, Files.readString(file).replace('a', 'b'));
            }
            assertThatThrownBy(() -> layout.manifest(image.digest()))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("does not match its name");
            assertThatThrownBy(() -> layout.bytes(image.config())).hasMessageContaining("has other content");
        }
    }

    @Test
    void saysWhichManifestIsMissing() {
        Digest digest = Digest.of(new byte[0]);
        try (OciLayout layout = OciLayout.create(folder())) {
            assertThatThrownBy(() -> layout.manifest(digest))
                    .hasMessage("could not read manifest " + digest + " from " + folder()
                            + ": the layout does not contain it");
        }
    }

    static Stream<String> brokenIndexes() {
        return Stream.of(
                "", "{", "[]", "{}", "{\"manifests\":[]}x", "{\"manifests\":[{\"digest\":\"sha1:1\",\"size\":1}]}");
    }

    @Test
    void saysWhyAFolderIsNoLayout() throws IOException {
        assertThatThrownBy(() -> OciLayout.open(temporary))
                .isInstanceOf(ReleaseException.class)
                .hasMessageEndingWith("it has no file oci-layout");
        assertThatThrownBy(() -> OciLayout.open(temporary.resolve("nowhere")))
                .hasMessageEndingWith("there is no such folder");
        Files.writeString(temporary.resolve("oci-layout"), "{\"imageLayoutVersion\":\"2.0.0\"}");
        assertThatThrownBy(() -> OciLayout.open(temporary)).hasMessageEndingWith("it is of version '2.0.0', not 1.0.0");
        Files.writeString(temporary.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThatThrownBy(() -> OciLayout.open(temporary)).hasMessageEndingWith("it has no file index.json");
        for (String broken : brokenIndexes().toList()) {
            Files.writeString(temporary.resolve("index.json"), broken);
            assertThatThrownBy(() -> OciLayout.open(temporary)).isInstanceOf(ReleaseException.class);
        }
    }

    @Test
    void writesNothingWhenOpenForReading() {
        OciLayout.create(folder()).close();
        OciLayout layout = OciLayout.open(folder());
        assertThatThrownBy(() -> layout.writeLayer(new ByteArrayInputStream(new byte[0])))
                .hasMessageContaining("open for reading only");
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
        Files.writeString(temporary.resolve("dist"), "");
        assertThatThrownBy(() -> OciLayout.create(folder()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageStartingWith("could not write images to " + folder());
    }

    @Test
    void saysHowMuchIsFreeWhenTheDiskIsFull() {
        assertThat(DiskFailure.of("write a layer", temporary, new IOException("No space left on device")))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessageMatching("could not write a layer: the disk is full: \\d+ KB are free where .* is");
    }
}
