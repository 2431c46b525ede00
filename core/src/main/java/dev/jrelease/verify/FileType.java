package dev.jrelease.verify;

import dev.jrelease.verify.StartCommand.Program;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What kind of program a file is, told by its first bytes. */
sealed interface FileType {

    /**
     * A file for a processor.
     *
     * @param truncated whether the file ends before what it says it holds
     */
    record Elf(ElfHeader header, boolean truncated) implements FileType {}

    /** A text whose first line names the program that runs it. */
    record Script(Shebang shebang, List<Program> started) implements FileType {}

    /**
     * A text without such a line; a shell may read it all the same.
     *
     * @param byteOrderMark whether a byte order mark hides the first line
     */
    record Text(boolean byteOrderMark, List<Program> started) implements FileType {}

    /** What no Linux starts, in words. */
    record Foreign(String what) implements FileType {}

    /** A file without content. */
    record Empty() implements FileType {}

    /** A program for several systems, which Linux starts through a shell or with a loader of its own. */
    record Portable() implements FileType {}

    /** Anything else. */
    record Other() implements FileType {}

    String LFS = "version https://git-lfs.github.com/spec/";
    int MOST_FAT = 30;

    /** What a file is, all of which is here. */
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
                    : new Foreign("an ELF file that is cut off");
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
        return switch (magic) {
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe -> new Foreign("a program for macOS");
            // a Java class begins alike, but has its version where this has a small number
            case 0xcafebabe ->
                ByteBuffer.wrap(head).getInt(4) < MOST_FAT ? new Foreign("a program for macOS") : new Other();
            default -> isWindows(head) ? new Foreign("a Windows program") : new Other();
        };
    }

    /** Actually Portable Executables begin like a Windows program, and are a script for a shell as well. */
    private static boolean isPortable(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        return start.equals("MZqFpD='") || start.equals("jartsr='");
    }

    private static boolean isWindows(byte[] head) {
        return head.length > 64 && head[0] == 'M' && head[1] == 'Z';
    }

    /** No file for people or shells has a NUL in it. */
    static boolean isText(byte[] head) {
        for (byte next : head) {
            if (next == 0) {
                return false;
            }
        }
        return head.length > 0;
    }
}
