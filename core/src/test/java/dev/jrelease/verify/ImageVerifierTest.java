package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.json.Json;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageVerifierTest {
    private static final Platform ARM64 = Platform.of("linux", "arm64");

    private final MemoryImages images = new MemoryImages();
    private final LayerIndex index = new LayerIndex();

    @Test
    void acceptsAnImageThatIsWhatItSays() throws Exception {
        assertThat(problems(
                        config("arm64", "/app/hello"),
                        new LayerBuilder()
                                .file("app/hello", 0755, ElfFiles.ARM64)
                                .file("etc/app.conf", 0644, "x")))
                .isEmpty();
    }

    @Test
    void refusesAnEntrypointForAnotherProcessor() throws Exception {
        VerificationResult result =
                verify(config("arm64", "/app/hello"), new LayerBuilder().file("app/hello", 0755, ElfFiles.AMD64));

        assertThat(result.passes()).isFalse();
        assertThat(result.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("/app/hello is an ELF file for amd64, the image says linux/arm64");
            assertThat(problem.path()).contains("/app/hello");
        });
    }

    @Test
    void refusesAConfigurationForAnotherPlatform() throws Exception {
        assertThat(problems(config("amd64", "/app"), new LayerBuilder().file("app", 0755, ElfFiles.AMD64)))
                .containsExactly("ERROR the image says linux/amd64, the entry has linux/arm64");
    }

    @Test
    void refusesAConfigurationWithoutAPlatform() throws Exception {
        assertThat(problems(config(""), new LayerBuilder().file("data", 0644, "x")))
                .containsExactly("ERROR the image does not say for which platform it is, the entry has linux/arm64");
    }

    @Test
    void takesDefaultVariantsForWhatTheyMean() throws Exception {
        ObjectNode config = config("arm64", "/app").put("variant", "v8");

        assertThat(problems(config, new LayerBuilder().file("app", 0755, ElfFiles.ARM64)))
                .isEmpty();
    }

    @Test
    void findsTheProgramThroughPathLinksAndScripts() throws Exception {
        ObjectNode config = config("arm64", "entry");
        strings(config, "Env").add("A=b").add("PATH=/opt/bin:/usr/bin");

        assertThat(problems(
                        config,
                        new LayerBuilder()
                                .file("opt/bin/entry", 0644, "not executable, so not it")
                                .link("usr/bin/entry", "/srv/entry.sh")
                                .file("srv/entry.sh", 0755, "#!/usr/bin/env bash\n")
                                .file("usr/bin/env", 0755, ElfFiles.ARM64)
                                .file("usr/bin/bash", 0755, ElfFiles.I386)))
                .containsExactly("ERROR /usr/bin/bash is an ELF file for 386, the image says linux/arm64");
    }

    @Test
    void looksIntoShellCommands() throws Exception {
        assertThat(problems(
                        config("arm64", "/bin/sh", "-c", "exec app --verbose"),
                        new LayerBuilder().file("bin/sh", 0755, ElfFiles.ARM64).file("srv/app", 0755, ElfFiles.AMD64)))
                .containsExactly(
                        "WARNING the program that the shell starts, app is in no directory of PATH",
                        "WARNING /srv/app is an ELF file for amd64, the image says linux/arm64");
    }

    @Test
    void judgesCmdBehindAScript() throws Exception {
        ObjectNode config = config("arm64", "/entry.sh");
        strings(config, "Cmd").add("/srv/server").add("--port=80");

        assertThat(problems(
                        config,
                        new LayerBuilder()
                                .file("entry.sh", 0755, "#!/sh\nexec \"$@\"")
                                .file("sh", 0755, ElfFiles.ARM64)
                                .file("srv/server", 0755, ElfFiles.AMD64)))
                .containsExactly("ERROR /srv/server is an ELF file for amd64, the image says linux/arm64");
    }

    @Test
    void onlyWarnsOfWhatAProgramTakesAsItsArgument() throws Exception {
        ObjectNode config = config("arm64", "/flash");
        strings(config, "Cmd").add("/firmware");

        assertThat(problems(
                        config,
                        new LayerBuilder()
                                .file("flash", 0755, ElfFiles.ARM64)
                                .file("firmware", 0755, ElfFiles.program(243, true, true))))
                .containsExactly("WARNING /firmware is an ELF file for riscv64, the image says linux/arm64");
    }

    @Test
    void refusesAnEntrypointThatIsNotThere() throws Exception {
        assertThat(problems(config("arm64", "/app/hello"), new LayerBuilder().directory("app/hello")))
                .containsExactly("ERROR the entrypoint /app/hello is not in the image");
    }

    @Test
    void refusesAScriptWithoutItsInterpreter() throws Exception {
        assertThat(problems(config("arm64", "/run"), new LayerBuilder().file("run", 0755, "#!/bin/bash\n")))
                .containsExactly("ERROR /run needs /bin/bash, which is not in the image");
    }

    @Test
    void refusesAnEntrypointThatMayNotBeExecuted() throws Exception {
        assertThat(problems(config("arm64", "/run"), new LayerBuilder().file("run", 0644, ElfFiles.AMD64)))
                .containsExactly(
                        "ERROR the entrypoint /run is not executable: its mode is 644",
                        "ERROR /run is an ELF file for amd64, the image says linux/arm64");
    }

    @Test
    void onlyWarnsOfAPlaceholderInCmd() throws Exception {
        ObjectNode config = config("arm64");
        strings(config, "Cmd").add("/none");

        assertThat(problems(config, new LayerBuilder().file("data", 0644, "x")))
                .containsExactly("WARNING the program of cmd /none is not in the image");
    }

    @Test
    void acceptsAnImageThatStartsNothing() throws Exception {
        assertThat(problems(config("arm64"), new LayerBuilder().file("data", 0644, "x")))
                .isEmpty();
    }

    @Test
    void warnsOfAProgramThatNothingCanRun() throws Exception {
        assertThat(problems(config("arm64", "/run"), new LayerBuilder().file("run", 0755, "unknown\0")))
                .containsExactly("WARNING the entrypoint /run is neither an ELF file nor a script with #!");
    }

    @Test
    void judgesExecutablesInPath() throws Exception {
        assertThat(problems(
                        config("arm64", "/usr/bin/good"),
                        new LayerBuilder()
                                .file("usr/bin/good", 0755, ElfFiles.ARM64)
                                .file("usr/bin/wrong", 0755, ElfFiles.AMD64)
                                .file("usr/bin/notes.txt", 0755, "text")
                                .file("usr/bin/module.o", 0755, ElfFiles.file(1, 62, true, true))
                                .link("usr/local/bin/linked", "../../../opt/linked")
                                .file("opt/linked", 0755, ElfFiles.AMD64)
                                .file("opt/lib/x.so", 0644, ElfFiles.file(3, 62, true, true))
                                .file("opt/lib/libx.a", 0644, ElfFiles.AMD64)
                                .file("opt/old", 0755, ElfFiles.ARM)))
                .containsExactly(
                        "ERROR /usr/bin/wrong is an ELF file for amd64, the image says linux/arm64",
                        "ERROR /opt/linked is an ELF file for amd64, the image says linux/arm64",
                        "WARNING /opt/lib/x.so is an ELF file for amd64, the image says linux/arm64",
                        "WARNING /opt/old is an ELF file for arm, the image says linux/arm64,"
                                + " and not every such processor runs it");
    }

    @Test
    void countsFurtherFilesInsteadOfNamingThem() throws Exception {
        LayerBuilder layer = new LayerBuilder();
        for (int i = 10; i < 25; i++) {
            layer.file("opt/lib" + i, 0644, ElfFiles.AMD64);
        }

        assertThat(problems(config("arm64"), layer))
                .hasSize(11)
                .contains("WARNING 5 more ELF files are for another architecture");
    }

    @Test
    void leavesTheBaseImagesFilesToItsMaker() throws Exception {
        ImageManifest image = images.image(
                config("arm64", "/app"),
                new LayerBuilder().file("usr/bin/qemu", 0755, ElfFiles.AMD64),
                new LayerBuilder().file("app", 0755, ElfFiles.ARM64));
        List<String> diffIds = ImageConfig.read(images.bytes(image.config())).diffIds();
        ImageVerifier verifier = new ImageVerifier(index);

        assertThat(verifier.verify(images, image, ARM64, diffIds.subList(0, 1)).problems())
                .isEmpty();
        assertThat(verifier.verify(images, image, ARM64, List.of()).passes()).isFalse();
        assertThat(verifier.verify(images, image, ARM64, List.of("sha256:other"))
                        .passes())
                .isFalse();
    }

    static Stream<LayerBuilder> layersThatAnswerAll() {
        return Stream.of(
                new LayerBuilder().file("app", 0755, ElfFiles.ARM64),
                new LayerBuilder().file("opt/app", 0755, ElfFiles.ARM64).link("app", "opt/app"),
                new LayerBuilder().file("app", 0755, ElfFiles.ARM64).file("usr/bin/tool", 0755, ElfFiles.ARM64));
    }

    @ParameterizedTest
    @MethodSource("layersThatAnswerAll")
    void readsNoBaseIfItsOwnLayersAnswerAll(LayerBuilder own) throws Exception {
        assertThat(opensBase(own)).isFalse();
    }

    static Stream<LayerBuilder> layersThatLeaveSomethingOpen() {
        return Stream.of(
                new LayerBuilder().file("other", 0755, ElfFiles.ARM64),
                new LayerBuilder().file("app", 0755, ElfFiles.AMD64),
                new LayerBuilder().file("app", 0755, ElfFiles.ARM64).file("data/tool", 0755, ElfFiles.AMD64),
                new LayerBuilder().file("app", 0755, "#!/bin/sh\n"),
                new LayerBuilder().link("app", "bin/sh"));
    }

    @ParameterizedTest
    @MethodSource("layersThatLeaveSomethingOpen")
    void readsTheBaseIfSomethingIsOpenOrWrong(LayerBuilder own) throws Exception {
        assertThat(opensBase(own)).isTrue();
    }

    private boolean opensBase(LayerBuilder own) throws Exception {
        ImageManifest image =
                images.image(config("arm64", "/app"), new LayerBuilder().file("bin/sh", 0755, ElfFiles.ARM64), own);
        List<String> diffIds = ImageConfig.read(images.bytes(image.config())).diffIds();
        new ImageVerifier(index).verify(images, image, ARM64, diffIds.subList(0, 1));
        return images.opened().contains(image.layers().getFirst().digest());
    }

    @Test
    void readsSharedLayersOnce() throws Exception {
        images.image(config("arm64", "/app"), new LayerBuilder().file("app", 0755, ElfFiles.ARM64));
        verify(config("arm64", "/app"), new LayerBuilder().file("app", 0755, ElfFiles.ARM64));
        verify(config("amd64", "/app"), new LayerBuilder().file("app", 0755, ElfFiles.ARM64));

        assertThat(images.opened()).hasSize(3); // two configurations, one layer
    }

    @Test
    void judgesLayersThatAreCompressedWithZstd() throws Exception {
        byte[] tar = new LayerBuilder().file("app", 0755, ElfFiles.AMD64).tar();
        ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        byte[] zstd = new byte[compressor.maxCompressedLength(tar.length)];
        int length = compressor.compress(tar, 0, tar.length, zstd, 0, zstd.length);
        Descriptor layer = images.blob(MediaTypes.OCI_LAYER_ZSTD, Arrays.copyOf(zstd, length));
        ImageManifest image = images.image(config("arm64", "/app"), List.of(layer));

        assertThat(texts(new ImageVerifier(index).verify(images, image, ARM64, List.of())))
                .containsExactly("ERROR /app is an ELF file for amd64, the image says linux/arm64");
    }

    @Test
    void saysWhatItCouldNotRead() throws Exception {
        byte[] large = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0x7f};
        Descriptor layer = images.blob(MediaTypes.OCI_LAYER_ZSTD, large);
        ImageManifest image = images.image(config("arm64", "/app"), List.of(layer));

        assertThat(texts(new ImageVerifier(index).verify(images, image, ARM64, List.of())))
                .containsExactly("WARNING layer " + layer.digest()
                        + " could not be verified: its zstd compression needs more than 8 MiB of memory");
    }

    @Test
    void saysThatItDoesNotKnowWindows() throws Exception {
        ImageManifest image = images.image(config("amd64", "app.exe").put("os", "windows"));

        assertThat(texts(new ImageVerifier(index).verify(images, image, Platform.of("windows", "amd64"), List.of())))
                .containsExactly("WARNING programs are not verified for the operating system 'windows'");
    }

    @Test
    void failsWhereABlobIsMissing() {
        Descriptor gone = new MemoryImages().blob(MediaTypes.OCI_LAYER, new byte[] {1});
        ImageManifest image = images.image(config("arm64", "/app"), List.of(gone));

        assertThatThrownBy(() -> new ImageVerifier(index).verify(images, image, ARM64, List.of()))
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD))
                .hasMessageContaining("no blob " + gone.digest());
    }

    private List<String> problems(ObjectNode config, LayerBuilder... layers) throws InterruptedException {
        return texts(verify(config, layers));
    }

    private VerificationResult verify(ObjectNode config, LayerBuilder... layers) throws InterruptedException {
        return new ImageVerifier(index).verify(images, images.image(config, layers), ARM64, List.of());
    }

    private static List<String> texts(VerificationResult result) {
        return result.problems().stream()
                .map(problem -> problem.severity() + " " + problem.message())
                .toList();
    }

    private static ObjectNode config(String architecture, String... entrypoint) {
        ObjectNode config = Json.object().put("os", "linux").put("architecture", architecture);
        config.putObject("config");
        for (String word : entrypoint) {
            strings(config, "Entrypoint").add(word);
        }
        return config;
    }

    private static ArrayNode strings(ObjectNode config, String key) {
        return ((ObjectNode) config.path("config")).withArray(key);
    }
}
