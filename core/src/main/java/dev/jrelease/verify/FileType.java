package dev.jrelease.verify;

import dev.jrelease.verify.StartCommand.Program;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The type of a file, determined by its first and last bytes. */
sealed interface FileType {

    /**
     * An ELF file.
     *
     * @param truncated whether the file is shorter than its headers state
     */
    record Elf(ElfHeader header, boolean truncated) implements FileType {}

    /** A text whose first line names its interpreter. */
    record Script(Shebang shebang, List<Program> started) implements FileType {}

    /**
     * A text without {@code #!}; a shell may still run it.
     *
     * @param byteOrderMark whether it begins with a byte order mark
     */
    record Text(boolean byteOrderMark, List<Program> started) implements FileType {}

    /**
     * A file that Linux cannot start.
     *
     * @param what it is, for a message
     */
    record Foreign(String what) implements FileType {}

    /** A file without content. */
    record Empty() implements FileType {}

    /** A program for several systems, which Linux starts through a shell or with a loader of its own. */
    record Portable() implements FileType {}

    /** Anything else. */
    record Other() implements FileType {}

    String LFS = "version https://git-lfs.github.com/spec/";
    int MOST_FAT = 30;

    /** The type of a complete file in memory. */
    static FileType of(byte[] file) {
        return of(FileEnds.of(file));
    }

    static FileType of(FileEnds file) {
        byte[] head = file.head();
        if (file.size() == 0) {
            return new Empty();
        }
        if (ElfHeader.isElf(head)) {
            Optional<ElfHeader> elf = ElfHeader.read(file);
            return elf.isPresent()
                    ? new Elf(elf.get(), elf.get().segments().end() > file.size())
                    : new Foreign("a truncated ELF file");
        }
        if (isPortable(head)) {
            return new Portable();
        }
        if (isText(head)) {
            return text(file.text(), file.mayStart());
        }
        return binary(head);
    }

    private static FileType text(String text, boolean mayStart) {
        if (text.startsWith(LFS)) {
            return new Foreign("a pointer of git-lfs instead of the file");
        }
        boolean mark = text.startsWith("\ufeff");
        Optional<Shebang> shebang = mark ? Optional.empty() : Shebang.of(text);
        boolean shell = mayStart && shebang.map(Shebang::isShell).orElse(true);
        List<Program> started = shell ? StartCommand.ofScript(text) : List.of();
        return shebang.<FileType>map(line -> new Script(line, started)).orElseGet(() -> new Text(mark, started));
    }

    private static FileType binary(byte[] head) {
        int magic = head.length < 8 ? 0 : ByteBuffer.wrap(head).getInt();
        if (magic >>> 16 == 0xfffe || magic >>> 16 == 0xfeff) {
            return new Foreign("a text in UTF-16, which no shell reads");
        }
        return switch (magic) {
            case 0x504b0304 -> new Foreign("a zip or jar archive");
            case 0x1f8b0800, 0x1f8b0808, 0x28b52ffd, 0xfd377a58 -> new Foreign("a compressed file");
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe -> new Foreign("a program for macOS");
            // the magic number of a Java class file is the same, with its version in place of this small number
            case 0xcafebabe ->
                ByteBuffer.wrap(head).getInt(4) < MOST_FAT ? new Foreign("a program for macOS") : new Other();
            default -> isWindows(head) ? new Foreign("a Windows program") : new Other();
        };
    }

    /** Actually Portable Executables begin like a Windows program, and are a shell script, too. */
    private static boolean isPortable(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        return start.equals("MZqFpD='") || start.equals("jartsr='");
    }

    private static boolean isWindows(byte[] head) {
        return head.length > 64 && head[0] == 'M' && head[1] == 'Z';
    }

    /** Text contains no NUL. */
    static boolean isText(byte[] head) {
        for (byte next : head) {
            if (next == 0) {
                return false;
            }
        }
        return head.length > 0;
    }
}
