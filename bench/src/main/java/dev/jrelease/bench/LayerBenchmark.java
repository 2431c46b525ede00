package dev.jrelease.bench;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.layout.OciLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What becomes of 16 MiB of a layer: its digest alone, and gzip with both digests into a layout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LayerBenchmark {
    private static final int SIZE = 16 << 20;

    /** Random bytes are stored, text is compressed. */
    @Param({"random", "text"})
    private String content = "";

    private byte[] bytes = new byte[0];
    private Path folder = Path.of("");

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("bench");
        Random random = new Random(1);
        bytes = new byte[SIZE];
        random.nextBytes(bytes);
        if (content.equals("text")) {
            StringBuilder text = new StringBuilder();
            while (text.length() < SIZE) {
                text.append("line ").append(random.nextInt(100_000)).append(" of a file\n");
            }
            bytes = text.substring(0, SIZE).getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Benchmark
    public Digest digest() {
        return Digest.of(bytes);
    }

    @Benchmark
    public Descriptor gzip() throws IOException, InterruptedException {
        try (OciLayout layout = OciLayout.create(folder)) {
            return layout.writeLayer(new ByteArrayInputStream(bytes));
        }
    }

    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
