package dev.jrelease.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that is not what its image names: the message says what to do. */
class DamagedConfigurationTest {
    private final Path folder;

    DamagedConfigurationTest(@TempDir Path folder) {
        this.folder = folder.resolve("oci");
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private void isReported(Damage damage, String why) throws Exception {
        isReported("amd64", damage, why);
    }

    private void isReported(String architecture, Damage damage, String why) throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            ImageManifest image = TestImage.write(layout, architecture);
            Path file = folder.resolve("blobs/sha256/" + image.config().digest().hex());
            damage.to(file);

            ReleaseException failure = catchThrowableOfType(ReleaseException.class, () -> layout.config(image));

            assertThat(failure)
                    .hasMessageStartingWith("could not read the configuration of the image " + image.digest() + ": ")
                    .hasMessageContaining(why);
            assertThat(failure.hint()).hasValue("the image in " + layout + " is damaged: build and push it again");
        }
    }

    @Test
    void hasOtherContent() throws Exception {
        isReported(file -> Files.write(file, new byte[(int) Files.size(file)]), "has other content");
    }

    @Test
    void isShort() throws Exception {
        isReported(file -> Files.writeString(file, "{}"), "but has only 2");
    }

    /** An architecture that ends the text early. */
    @Test
    void isNotJson() throws Exception {
        isReported("\"", _ -> {}, "it is not JSON");
    }
}
