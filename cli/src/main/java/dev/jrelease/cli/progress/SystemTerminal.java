package dev.jrelease.cli.progress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/**
 * The terminal that this process was started at. It is only written to: the library's own terminal of a process closes
 * itself when the process is asked to end, before the last words are said.
 */
public final class SystemTerminal implements TerminalAccess {
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private final ExecTerminalProvider provider = new ExecTerminalProvider();

    @Override
    public Optional<LiveDisplay> display(String type) {
        if (!provider.isSystemStream(SystemStream.Error)) {
            return Optional.empty();
        }
        try {
            Pty pty = provider.current(SystemStream.Error);
            Terminal terminal = TerminalBuilder.builder()
                    .streams(InputStream.nullInputStream(), pty.getSlaveOutput())
                    .system(false)
                    .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
                    .type(type)
                    .encoding(System.err.charset())
                    .attributes(pty.getAttr())
                    .size(pty.getSize())
                    .paused(true)
                    .graphemeCluster(false)
                    .build();
            return Optional.of(new LiveDisplay(terminal, () -> size(pty)));
        } catch (IOException | IllegalStateException unusable) {
            return Optional.empty();
        }
    }

    /** Whether standard output certainly is one: Linux states it without the library, which takes time to load. */
    private static boolean isFileOrPipe() {
        try {
            return !Files.readSymbolicLink(OUTPUT).startsWith("/dev");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    /** What is not known is not drawn beyond. */
    private static Size size(Pty pty) {
        try {
            return pty.getSize();
        } catch (IOException gone) {
            return Size.of(0, 0);
        }
    }

    @Override
    public boolean showsErrors() {
        return provider.isSystemStream(SystemStream.Error);
    }

    @Override
    public OptionalInt resultColumns() {
        if (isFileOrPipe() || !showsResults()) {
            return OptionalInt.empty();
        }
        try {
            int columns = size(provider.current(SystemStream.Output)).getColumns();
            return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
        } catch (IOException unusable) {
            return OptionalInt.empty();
        }
    }

    @Override
    public boolean showsResults() {
        return provider.isSystemStream(SystemStream.Output);
    }
}
