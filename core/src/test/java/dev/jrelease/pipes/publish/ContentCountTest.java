package dev.jrelease.pipes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentCountTest {
    private final ImageManifest one = image("one");
    private final ImageManifest two = image("two");

    private static ImageManifest image(String config) {
        byte[] content = config.getBytes(StandardCharsets.UTF_8);
        return ImageManifest.of(new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(content), content.length), List.of());
    }

    private static ImageIndex index(ImageManifest... images) {
        return ImageIndex.of(Stream.of(images).map(Manifest::descriptor).toList());
    }

    @Test
    void countsEachImageAndIndexOnce() {
        assertThat(ContentCount.of(List.of(one))).isEqualTo("1 image");
        assertThat(ContentCount.of(List.of(one, two, one))).isEqualTo("2 images");
        assertThat(ContentCount.of(List.of(index(one)))).isEqualTo("1 image and 1 index");
        assertThat(ContentCount.of(List.of(one, index(one, two), index(two)))).isEqualTo("2 images and 2 indexes");
    }
}
