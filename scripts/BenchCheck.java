import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Times {@code check} on a large configuration, within one JVM and as a process. See scripts/bench-check. */
final class BenchCheck {
    private static final int APPS = 125;
    private static final List<String> ARCHITECTURES = List.of("amd64", "arm64", "arm", "386");
    private static final int WARM_UP = 20;
    private static final int RUNS = 9;

    private BenchCheck() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-check");
        Path file = folder.resolve(".release.yaml");
        String text = configuration();
        Files.writeString(file, text);
        System.out.printf(
                "%,d lines, %d entries of dockers, %d of docker_manifests%n",
                text.lines().count(), APPS * ARCHITECTURES.size(), APPS);
        tell("in one JVM: first", measured(1, () -> check(file)));
        measured(WARM_UP, () -> check(file));
        tell("in one JVM: later", measured(RUNS, () -> check(file)));
        tell("process: --help", measured(RUNS, () -> run(folder, args[0], "--help")));
        tell("process: check", measured(RUNS, () -> run(folder, args[0], "check")));
        Files.delete(file);
        Files.delete(folder);
    }

    /** Many applications, each for a few platforms and with an index. */
    private static String configuration() {
        StringBuilder dockers = new StringBuilder();
        StringBuilder manifests = new StringBuilder();
        for (int app = 0; app < APPS; app++) {
            manifests.append("  - name_template: \"ghcr.io/acme/app-%d:{{ .Version }}\"\n".formatted(app));
            manifests.append("    image_templates:\n");
            for (String architecture : ARCHITECTURES) {
                String name = "\"ghcr.io/acme/app-%d:{{ .Version }}-%s\"".formatted(app, architecture);
                manifests.append("      - ").append(name).append('\n');
                dockers.append("""
                          - id: app-%1$d-%2$s
                            goos: linux
                            goarch: %2$s
                            dockerfile: Dockerfile
                            image_templates:
                              - %3$s
                            build_flag_templates:
                              - "--label=org.opencontainers.image.title={{ .ProjectName }}-%1$d"
                              - "--build-arg=VERSION={{ if .IsSnapshot }}next{{ else }}{{ .Version }}{{ end }}"
                        """.formatted(app, architecture, name));
            }
        }
        return "version: 1\nproject_name: bench\ndockers:\n" + dockers + "docker_manifests:\n" + manifests;
    }

    /** What something took. Processor time says the same on a busy machine. */
    private record Cost(Duration time, Duration processor) {}

    /** Something to be measured. */
    private interface Work {
        Duration processorTime() throws IOException, InterruptedException;
    }

    private static Duration check(Path file) {
        Environment environment = new Environment(Map.of(), file.getParent(), file.getParent());
        long before = threadTime();
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            Problems problems = releaser.check(ConfigFile.read(file)).problems();
            if (!problems.list().isEmpty()) {
                throw new IllegalStateException("there is something wrong: " + problems.list());
            }
        }
        return Duration.ofNanos(threadTime() - before);
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A shell knows what its children took, all their threads together: minutes and seconds, user and system. */
    private static Duration run(Path folder, String program, String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "\"$0\" \"$1\" >/dev/null 2>&1 || exit; times", program, command)
                .directory(folder.toFile())
                .start();
        List<String> lines = shell.inputReader().readAllLines();
        if (shell.waitFor() != 0) {
            throw new IllegalStateException(program + " " + command + " failed");
        }
        Duration sum = Duration.ZERO;
        for (String time : lines.get(1).split(" ")) {
            sum = sum.plus(Duration.parse("PT" + time.toUpperCase(Locale.ROOT)));
        }
        return sum;
    }

    private static List<Cost> measured(int count, Work work) throws IOException, InterruptedException {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            Duration processor = work.processorTime();
            costs.add(new Cost(Duration.ofNanos(System.nanoTime() - start), processor));
        }
        return costs;
    }

    private static void tell(String what, List<Cost> costs) {
        System.out.printf(
                "%-18s median %,6d ms, of processor time %,6d ms%n",
                what, median(costs, Cost::time), median(costs, Cost::processor));
    }

    private static long median(List<Cost> costs, Function<Cost, Duration> part) {
        return costs.stream()
                .map(part)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow()
                .toMillis();
    }
}
