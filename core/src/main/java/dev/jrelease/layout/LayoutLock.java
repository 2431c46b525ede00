package dev.jrelease.layout;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one run at a time write to a layout. The system takes the lock back when a run dies; the file stays. */
final class LayoutLock implements AutoCloseable {
    private final FileChannel channel;

    private LayoutLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock at once or not at all. */
    static LayoutLock take(Path layout) throws IOException {
        FileChannel channel =
                FileChannel.open(layout.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw ReleaseException.could(FailureKind.ENVIRONMENT, "write images to " + layout)
                    .because("another run is writing there")
                    .hint("wait until it has ended, or stop it")
                    .build();
        }
        return new LayoutLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
