package dev.jrelease.process;

import dev.jrelease.files.WholeFile;
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
 * Identifies a process across hosts and restarts, for marks that it leaves in shared places.
 *
 * @param place a hash of the host, its boot, the user and the PID namespace: the PID is unique only there
 * @param start in seconds since 1970; 0 if the system does not report it
 */
public record ProcessMark(String place, long pid, long start) {
    private static final Path KERNEL = Path.of("/proc/sys/kernel");

    /** The system computes the start of a process from the clock, which may change. */
    private static final long CLOCK_SECONDS = 60;

    private static final Duration LONG_RUN = Duration.ofDays(1);

    /** The mark of this process. */
    public static ProcessMark own() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessMark(hash(where(self)), self.pid(), start(self).orElse(0L));
    }

    /**
     * Whether this process has ended. A process of another place counts as running until {@code asker} started a day
     * later.
     */
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
            return Optional.of(WholeFile.text(file).strip());
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
