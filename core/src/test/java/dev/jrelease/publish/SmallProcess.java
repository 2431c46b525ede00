package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a class in a process with little memory. */
public final class SmallProcess {
    /** What a process may have in memory at most. */
    public static final long MOST_MEMORY = 200L << 20;

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private SmallProcess() {}

    /** The bytes that the process had in memory at most. */
    public static long peak(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Matcher peak = PEAK.matcher(output);
        assertThat(peak.find()).as(output).isTrue();
        System.err.println("peak of the process: " + peak.group(1) + " kB");
        return Long.parseLong(peak.group(1)) * 1024;
    }

    /** The last that such a process does. */
    public static void printPeak() throws IOException {
        System.out.println(Files.readString(Path.of("/proc/self/status")));
    }
}
