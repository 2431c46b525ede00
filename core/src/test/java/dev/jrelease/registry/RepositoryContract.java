package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.TagCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a repository does on whatever registry it is. */
abstract class RepositoryContract {

    /** An empty repository of this path on the registry under test. */
    abstract Repository repository(String path);

    @Test
    void givesBackAnImageByteForByte() throws IOException {
        Repository repository = repository("acme/hello");
        SampleImage image = SampleImage.oci(1).push(repository);

        assertThat(repository.manifest(image.manifest().digest())).isEqualTo(image.manifest());
        for (Descriptor blob : image.manifest().references()) {
            assertThat(repository.hasBlob(blob)).isTrue();
            assertThat(repository.bytes(blob)).isEqualTo(image.bytes(blob));
        }
    }

    @Test
    void keepsWhatAnEnginePushedAsItIs() throws IOException {
        Repository repository = repository("acme/engine");
        SampleImage image = SampleImage.docker(2).push(repository);
        repository.writeTag("1.0", image.manifest());

        assertThat(repository.manifest("1.0").bytes())
                .isEqualTo(image.manifest().bytes());
        assertThat(repository.resolve("1.0")).hasValue(image.manifest().descriptor());
    }

    @Test
    void putsImagesTogetherInAnIndex() throws IOException {
        Repository repository = repository("acme/multi");
        Descriptor one = SampleImage.oci(3).push(repository).manifest().descriptor();
        Descriptor other = SampleImage.oci(4).push(repository).manifest().descriptor();
        ImageIndex index = ImageIndex.of(List.of(
                one.withPlatform(new Platform("linux", "amd64", "", "")),
                other.withPlatform(new Platform("linux", "arm", "v7", ""))));
        repository.writeManifest(index);
        assertThat(repository.hasManifest(index.digest())).isTrue();

        repository.writeTag("2.0", index);
        assertThat(repository.manifest("2.0")).isEqualTo(index);
    }

    @Test
    void putsImagesOfAnEngineTogetherInDockersList() throws IOException {
        Repository repository = repository("acme/list");
        Descriptor child = SampleImage.docker(5).push(repository).manifest().descriptor();
        byte[] bytes = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                .formatted(
                        MediaTypes.DOCKER_LIST,
                        child.withPlatform(new Platform("linux", "amd64", "", ""))
                                .write())
                .getBytes(StandardCharsets.UTF_8);
        Manifest list = Manifest.read(MediaTypes.DOCKER_LIST, bytes);
        repository.writeTag("3.0", list);

        assertThat(repository.resolve("3.0")).hasValue(list.descriptor());
    }

    @Test
    void movesATag() throws IOException {
        Repository repository = repository("acme/moving");
        SampleImage first = SampleImage.oci(6).push(repository);
        SampleImage second = SampleImage.oci(7).push(repository);

        repository.writeTag("latest", first.manifest());
        assertThat(repository.resolve("latest")).hasValue(first.manifest().descriptor());
        repository.writeTag("latest", second.manifest());
        assertThat(repository.resolve("latest")).hasValue(second.manifest().descriptor());
    }

    @Test
    void writesNoTagThatItDoesNotSayItWrote() throws IOException {
        Repository repository = repository("acme/several");
        SampleImage image = SampleImage.oci(11).push(repository);

        List<String> written = repository.writeTags(List.of("1.0", "1"), image.manifest(), TagCheck.NONE);
        for (String tag : List.of("1.0", "1")) {
            assertThat(repository.resolve(tag).isPresent()).isEqualTo(written.contains(tag));
        }
    }

    @Test
    void deletesATagOrSaysThatItCannot() throws IOException {
        Repository repository = repository("acme/deleted");
        SampleImage image = SampleImage.oci(12).push(repository);
        repository.writeTag("1.0", image.manifest());

        boolean deleted = repository.deleteTag("1.0", TagCheck.NONE);
        assertThat(repository.resolve("1.0").isEmpty()).isEqualTo(deleted);
        assertThat(repository.hasManifest(image.manifest().digest())).isTrue();
    }

    @Test
    void knowsTheSizesOfBlobs() throws IOException {
        Repository repository = repository("acme/sizes");
        SampleImage image = SampleImage.oci(13).push(repository);

        assertThat(repository.blobSize(image.layer())).hasValue(image.layer().size());
        assertThat(repository.blobSize(SampleImage.oci(14).layer())).isEmpty();
    }

    @Test
    void saysThatNothingIsThere() {
        Repository repository = repository("acme/empty");
        SampleImage image = SampleImage.oci(8);
        Digest digest = image.manifest().digest();

        assertThat(repository.resolve("1.0")).isEmpty();
        assertThat(repository.hasManifest(digest)).isFalse();
        assertThat(repository.hasBlob(image.layer())).isFalse();
        assertThatThrownBy(() -> repository.manifest(digest))
                .hasMessageStartingWith("could not read manifest " + repository.name() + "@" + digest + ": HTTP 404")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.REGISTRY));
        assertThatThrownBy(() -> repository.blob(image.layer()))
                .hasMessageStartingWith("could not read blob " + image.layer().digest())
                .hasMessageContaining("HTTP 404");
    }

    @Test
    void refusesContentThatIsNotWhatItShouldBe() {
        Repository repository = repository("acme/wrong");
        Descriptor blob = SampleImage.oci(9).layer();
        byte[] other = new byte[(int) blob.size()];

        assertThatThrownBy(() -> repository.writeBlob(blob, () -> new ByteArrayInputStream(other)))
                .hasMessageStartingWith(
                        "could not push blob " + blob.digest() + " to " + repository.name() + ": HTTP 400")
                .hasMessageContaining("DIGEST_INVALID");
        assertThat(repository.hasBlob(blob)).isFalse();
    }

    @Test
    void leavesErrorsOfTheContentToItsOwner() {
        Repository repository = repository("acme/unreadable");
        Descriptor blob = SampleImage.oci(10).layer();

        assertThatThrownBy(() -> repository.writeBlob(blob, () -> {
                    throw new NoSuchFileException("layer.tar.gz");
                }))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> repository.writeBlob(blob, () -> new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(IOException.class)
                .hasMessage("it ended after 10 of 300000 bytes");
    }

    @Test
    void refusesAManifestWhosePartsAreMissing() {
        Repository repository = repository("acme/parts");

        assertThatThrownBy(() -> repository.writeTag("1.0", SampleImage.oci(11).manifest()))
                .hasMessageStartingWith("could not push manifest " + repository.name() + ":1.0: HTTP 4")
                .hasMessageContaining("MANIFEST_BLOB_UNKNOWN");
        assertThat(repository.resolve("1.0")).isEmpty();
    }

    @Test
    void mountsABlobOfAnotherRepository() throws IOException {
        SampleImage image = SampleImage.oci(12).push(repository("acme/from"));
        Repository target = repository("acme/to");

        assertThat(target.mount(image.layer(), "acme/from")).isTrue();
        assertThat(target.hasBlob(image.layer())).isTrue();
        assertThat(target.mount(SampleImage.oci(13).layer(), "acme/from")).isFalse();
    }

    @Test
    void mayPushWithoutLeavingAnythingBehind() {
        Repository repository = repository("acme/asked");

        repository.checkPush();
        assertThat(repository.resolve("latest")).isEmpty();
    }

    @Test
    void copiesFromOneRepositoryToAnotherWithoutHoldingTheContent() throws IOException {
        Repository from = repository("acme/source");
        Repository to = repository("acme/target");
        byte[] megabyte = new byte[1024 * 1024];
        new Random(14).nextBytes(megabyte);
        Digest digest = Digest.of(repeated(megabyte, 24));
        Descriptor blob = new Descriptor(MediaTypes.OCI_LAYER, digest, 24L * megabyte.length);
        from.writeBlob(blob, () -> repeated(megabyte, 24));

        to.writeBlob(blob, () -> from.blob(blob));
        try (InputStream copy = to.blob(blob)) {
            assertThat(Digest.of(copy)).isEqualTo(blob.digest());
        }
    }

    @Test
    void servesManyAtOnce() throws Exception {
        Repository repository = repository("acme/many");
        List<Callable<SampleImage>> pushes = IntStream.range(100, 124)
                .<Callable<SampleImage>>mapToObj(
                        seed -> () -> SampleImage.oci(seed).push(repository))
                .toList();

        for (SampleImage image : Parallel.run(8, pushes)) {
            assertThat(repository.resolve(image.manifest().digest().toString()))
                    .hasValue(image.manifest().descriptor());
        }
    }

    /** Content that is made while it is read. */
    private static InputStream repeated(byte[] part, int times) {
        List<InputStream> parts = Stream.generate(() -> (InputStream) new ByteArrayInputStream(part))
                .limit(times)
                .toList();
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
