package dev.jrelease.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells a process from every other one, for what it leaves where several machines can see it.
 *
 * @param place the machine, its start, the user and the PID namespace, hashed: only there the PID means something
 * @param start in seconds since 1970; 0 if the system does not say it
 */
public record ProcessMark(String place, long pid, long start) {
    private static final Path KERNEL = Path.of("/proc/sys/kernel");

    /** The start of a process is computed from the clock, which may be set meanwhile. */
    private static final long CLOCK_SECONDS = 60;

    private static final Duration LONG_RUN = Duration.ofDays(1);

    /** The process that asks. */
    public static ProcessMark own() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessMark(hash(where(self)), self.pid(), start(self).orElse(0L));
    }

    /** Whether this process has ended. One of another place counts as running until the asker began a day later. */
    public boolean hasEnded(ProcessMark asker) {
        if (!place.equals(asker.place)) {
            return start > 0 && asker.start - start > LONG_RUN.toSeconds();
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> start(process).stream().allMatch(since -> Math.abs(since - start) <= CLOCK_SECONDS))
                .isEmpty();
    }

    private static Optional<Long> start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond);
    }

    private static String where(ProcessHandle self) {
        return String.join(
                "\n",
                read(KERNEL.resolve("hostname")).orElseGet(ProcessMark::hostName),
                read(KERNEL.resolve("random/boot_id")).orElse(""),
                namespace(),
                self.info().user().orElse(""));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "";
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
