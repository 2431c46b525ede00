package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectImageResponse;
import dev.jrelease.docker.buildkit.BuildEvent;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on a real engine, and what only a real one can show. */
class DockerEngineIT extends DockerEngineContract {

    DockerEngineIT() {
        super(new RealEngine(DockerEngineIT.class));
    }

    @BeforeAll
    static void findEngine() {
        RealEngine.require();
    }

    @AfterAll
    static void removeBase() throws IOException {
        new RealEngine(DockerEngineIT.class).removeBase();
    }

    @Test
    void takesNoBaseOfAnotherPlatform() throws Exception {
        ImageBuild build = ImageBuild.of(
                        ARM64, BuildContext.of("FROM " + tested.base() + "\n").in(folder))
                .build();

        assertThatThrownBy(() -> build(build))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("for linux/arm64")
                .hasMessageContaining(tested.base().replaceFirst(":.*", ""));
    }

    @Test
    void saysThatProgramsOfThePlatformCannotRun() throws Exception {
        // A text without #! is no program on any processor.
        Path context = BuildContext.of("FROM scratch\nCOPY sh /bin/sh\nRUN never\n")
                .with("sh", unique())
                .in(folder);

        assertThatThrownBy(() -> build(ImageBuild.of(ARM64, context).build()))
                .isInstanceOfSatisfying(ReleaseException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
                    assertThat(failure.getMessage()).contains("exec format error");
                    assertThat(failure.hint())
                            .hasValueSatisfying(hint -> assertThat(hint)
                                    .contains("linux/arm64")
                                    .contains("qemu-user-static")
                                    .contains("binfmt-support"));
                });
        assertThatThrownBy(() -> build(ImageBuild.of(AMD64, context).build()))
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD));
    }

    /** Layers of the base stay what they are, so that they are the registry's blobs. */
    @Test
    void keepsTheLayersOfTheBaseAndGivesAddedFilesTheStatedTimeWhereTheEngineCan() throws Exception {
        ImageManifest base = engine.export(id(tested.base()), AMD64, sink, BaseLayers.NONE);
        BuildContext context = BuildContext.of(
                        "FROM " + tested.base() + "\nCOPY app /opt/acme/app\nRUN echo > /words\nWORKDIR /srv/acme\n")
                .with("app", unique());
        ImageBuild build = of(context)
                .buildArgs(Map.of("SOURCE_DATE_EPOCH", "1000000000"))
                .noCache(true)
                .build();

        ImageManifest manifest = engine.export(build(build), AMD64, sink, BaseLayers.NONE);

        int inherited = base.layers().size();
        assertThat(manifest.layers().subList(0, inherited)).isEqualTo(base.layers());
        List<TarArchiveEntry> added = new ArrayList<>();
        for (Descriptor layer :
                manifest.layers().subList(inherited, manifest.layers().size())) {
            added.addAll(entries(layer));
        }
        assertThat(added)
                .extracting(TarArchiveEntry::getName)
                .contains("opt/", "opt/acme/", "opt/acme/app", "words", "srv/", "srv/acme/");
        if (!engine.info().pushesByDigest()) {
            return; // folders that COPY makes have the time of the build
        }
        assertThat(added)
                .allSatisfy(entry -> assertThat(entry.getLastModifiedTime().toInstant())
                        .isBeforeOrEqualTo(Instant.ofEpochSecond(1_000_000_000)));
        assertThat(build(build)).isEqualTo(build(build));
    }

    private ImageId id(String name) {
        InspectImageResponse image = RealEngine.client().inspectImageCmd(name).exec();
        return ImageId.parse(String.valueOf(image.getId())).orElseThrow();
    }

    private List<TarArchiveEntry> entries(Descriptor layer) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(sink.get(layer.digest()))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    @Test
    void handsSecretsToTheStepsThatAskForThem() throws Exception {
        ImageBuild build = of(BuildContext.of("FROM " + tested.base() + "\n"
                        + "RUN --mount=type=secret,id=token cat /run/secrets/token; echo; echo " + unique() + "\n"))
                .secrets(Map.of("token", new Secret("very-secret-token")))
                .build();

        build(build);

        assertThat(events)
                .anyMatch(event -> event instanceof BuildEvent.Output(var step, String line) && line.equals("***"))
                .noneMatch(event -> event.toString().contains("very-secret-token"));
    }

    @Test
    void saysWhichSecretIsMissing() throws Exception {
        ImageBuild build = of(BuildContext.of("FROM " + tested.base() + "\n"
                        + "RUN --mount=type=secret,id=nope,required=true cat /run/secrets/nope; echo " + unique()
                        + "\n"))
                .build();

        assertThatThrownBy(() -> build(build)).hasMessageContaining("nope").hasMessageContaining("not found");
    }

    @Test
    void exportsTheLayersThatTheEngineInspects() throws Exception {
        ImageId id = build(of(BuildContext.of("FROM " + tested.base() + "\nRUN echo " + unique() + " > /words\n"))
                .build());

        ImageManifest manifest = engine.export(id, AMD64, sink, BaseLayers.NONE);

        InspectImageResponse inspected =
                RealEngine.client().inspectImageCmd(id.toString()).exec();
        assertThat(inspected.getRootFS())
                .isNotNull()
                .satisfies(root ->
                        assertThat(root.getLayers()).isEqualTo(config(manifest).diffIds()));
    }
}
