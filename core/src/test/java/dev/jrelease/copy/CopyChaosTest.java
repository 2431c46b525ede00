package dev.jrelease.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.Layouts;
import dev.jrelease.places.Places;
import dev.jrelease.publish.HttpClient;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.registry.WholeTree;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.FaultPlan;
import dev.jrelease.testkit.registry.FaultPlan.Kind;
import dev.jrelease.testkit.registry.StoredManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies from and to registries that fail as a seed says. {@code -Dchaos.seeds=1000} tries more of them. */
class CopyChaosTest {
    @TempDir
    Path folder;

    static IntStream seeds() {
        int first = Integer.getInteger("chaos.first", 1);
        return IntStream.range(first, first + Integer.getInteger("chaos.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTagHoldsTheOldOrTheNewWholeTree(int seed) throws Exception {
        Random random = new Random(seed);
        CopyBench bench = new CopyBench(folder, Map.of());
        Manifest index = bench.makeIndex();
        Manifest former = bench.makeDockerImage();
        try (FakeRegistry from = FakeRegistry.start();
                FakeRegistry to = FakeRegistry.start()) {
            String there = to.address() + "/acme/copy:1.0";
            bench.copy("oci:made:1.0", from.address() + "/acme/made:1.0");
            boolean replaces = random.nextBoolean();
            if (replaces) {
                bench.copy("oci:made:docker", there);
            }
            String source = random.nextBoolean() ? "oci:made:1.0" : from.address() + "/acme/made:1.0";
            from.follow(faults(random));
            to.follow(faults(random));

            Optional<ReleaseException> failure = copy(source, there);

            from.followNoPlan();
            to.followNoPlan();
            WholeTree.check(to, "acme/copy");
            assertThat(failure.map(ReleaseException::kind)).isIn(Optional.empty(), Optional.of(FailureKind.REGISTRY));
            Optional<String> held = to.manifest("acme/copy", "1.0").map(StoredManifest::digest);
            Optional<String> old = replaces ? Optional.of(former.digest().toString()) : Optional.empty();
            Optional<String> copied = Optional.of(index.digest().toString());
            assertThat(held).isIn(failure.isEmpty() ? copied : old, copied);

            assertThat(copy(source, there)).isEmpty();
            assertThat(to.manifest("acme/copy", "1.0").map(StoredManifest::digest))
                    .isEqualTo(copied);
            assertThat(bench.referrers("oci:made:1.0"))
                    .allMatch(referrer -> to.manifest(
                                    "acme/copy", referrer.digest().toString())
                            .isPresent());
        }
    }

    private static FaultPlan faults(Random random) {
        return FaultPlan.of(random.nextLong())
                .percent(5 + random.nextInt(30))
                .inARow(1 + random.nextInt(8))
                .without(Kind.SILENCE, Kind.STALL);
    }

    private Optional<ReleaseException> copy(String from, String to) throws InterruptedException {
        Environment environment = new Environment(Map.of(), folder, folder);
        try (HttpClient client = HttpClient.waiting(new SkippedTime());
                DockerEngine engine = DockerEngine.of(environment, new Redactor());
                Layouts layouts = new Layouts(client.registries()::repository);
                Places places = new Places(environment, engine, client.registries(), layouts, Access.STRICT)) {
            CopyRequest request = new CopyRequest(places.place(from), places.place(to), List.of(), false, 4);
            Manifest _ = new Copy(places, request, new ReleaseEvents((_, _) -> {})).run();
            return Optional.empty();
        } catch (ReleaseException failure) {
            return Optional.of(failure);
        }
    }
}
