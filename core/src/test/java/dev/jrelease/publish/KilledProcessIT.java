package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.registry.DistributionServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that publish to a real registry are killed with SIGKILL at each step of their ledger, and run again. */
class KilledProcessIT {
    private static final List<String> FLOATING = List.of("latest", "1");
    private static final WaitTimes PATIENCE = new WaitTimes(
            new Backoff(4, Duration.ofMillis(10), Duration.ofMillis(100)), Duration.ZERO, Duration.ZERO, _ -> {});

    @Test
    void aReleaseThatWasKilledAtAnyStepEndsAsAnUndisturbedOne(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        SampleRelease former = SampleRelease.of("1.0.0");
        SampleRelease release = SampleRelease.of("1.1.0");
        try (DistributionServer server = DistributionServer.plain(folder);
                HttpClient client = HttpClient.anonymous()) {
            AtomicInteger steps = new AtomicInteger();
            String undisturbed = server.address() + "/acme/undisturbed";
            publish(client, undisturbed, former, newFolder(folder, "undisturbed"), _ -> {});
            publish(client, undisturbed, release, folder.resolve("undisturbed"), steps::set);
            assertThat(steps).hasValueGreaterThan(12);

            for (int step = 1; step <= steps.get(); step++) {
                String name = server.address() + "/acme/step" + step;
                Path dist = newFolder(folder, "step" + step);
                publish(client, name, former, dist, _ -> {});
                kill(name, dist, step);

                Outcome outcome = publish(client, name, release, dist, _ -> {});

                assertThat(outcome.failure()).as("step %d", step).isEmpty();
                assertThat(held(client, name)).as("step %d", step).isEqualTo(held(client, undisturbed));
                assertThat(before(dist)).as("step %d", step).isEqualTo(before(folder.resolve("undisturbed")));
            }
        }
    }

    private static Path newFolder(Path folder, String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static Map<String, Optional<Digest>> held(HttpClient client, String name) {
        return Stream.concat(Stream.of("1.0.0", "1.1.0"), FLOATING.stream())
                .collect(Collectors.toMap(
                        Function.identity(),
                        tag -> client.open(name).resolve(tag).map(Descriptor::digest)));
    }

    /** What the ledger says that the floating tags held before. */
    private static Map<String, Optional<Digest>> before(Path dist) {
        return Ledger.open(LedgerStore.in(dist)).lastRelease().orElseThrow().entries().stream()
                .filter(LedgerEntry::floating)
                .collect(Collectors.toMap(
                        entry -> ImageReference.parse(entry.tag()).manifestKey(),
                        entry -> entry.before().map(Descriptor::digest)));
    }

    private static void kill(String name, Path dist, int step) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        name,
                        dist.toString(),
                        Integer.toString(step))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("at step " + step);
        } finally {
            int status = process.destroyForcibly().waitFor();
            assertThat(status).isEqualTo(128 + 9);
        }
    }

    /** The process: publishes, and stands still at a step. */
    static final class Killed {
        private Killed() {}

        public static void main(String... arguments) {
            int last = Integer.parseInt(arguments[2]);
            try (HttpClient client = HttpClient.anonymous()) {
                publish(client, arguments[0], SampleRelease.of("1.1.0"), Path.of(arguments[1]), step -> {
                    if (step == last) {
                        System.out.println("at step " + step);
                        readForEver();
                    }
                });
            }
        }

        private static void readForEver() {
            try {
                System.in.readAllBytes();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    /** @param before hears the number of each write of the ledger, counted from 1, before it */
    private static Outcome publish(
            HttpClient client, String name, SampleRelease release, Path dist, IntConsumer before) {
        List<Wanted> tags = Stream.concat(
                        Stream.of(wanted(name, release.version(), release, Moves.NEVER)),
                        FLOATING.stream().map(tag -> wanted(name, tag, release, Moves.FORWARD)))
                .toList();
        Destination destination = new Destination(
                client.open(name), tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), List.of(destination)),
                        new TransactionOptions(false, false, 4, PATIENCE),
                        Ledger.open(counted(LedgerStore.in(dist), before)),
                        Attachment.none(),
                        _ -> {})
                .run();
    }

    private static Wanted wanted(String name, String tag, SampleRelease release, Moves moves) {
        String text = name + ":" + tag;
        ImageReference reference = ImageReference.parse(text);
        return new Wanted(new Tag(text, reference, Access.STRICT, moves, Optional.empty()), release.index(), false);
    }

    private static LedgerStore counted(LedgerStore store, IntConsumer before) {
        return new LedgerStore() {
            private int writes;

            @Override
            public Optional<byte[]> read() throws IOException {
                return store.read();
            }

            @Override
            public void write(String text) throws IOException {
                before.accept(++writes);
                store.write(text);
            }
        };
    }
}
