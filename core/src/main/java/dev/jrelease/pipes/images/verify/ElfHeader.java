package dev.jrelease.pipes.images.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The first bytes of an ELF file: for which processor it is.
 *
 * @param type 2 for programs, 3 for shared objects and for programs that can be placed anywhere
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">the ELF header</a>
 */
record ElfHeader(int type, int machine, boolean wide, boolean littleEndian) {
    private static final int LENGTH = 20;
    private static final int MAGIC = 0x7f454c46;
    private static final int EXECUTABLE = 2;
    private static final int SHARED = 3;

    static Optional<ElfHeader> read(byte[] head) {
        if (head.length < LENGTH || ByteBuffer.wrap(head).getInt() != MAGIC) {
            return Optional.empty();
        }
        boolean littleEndian = head[5] != 2;
        ByteBuffer bytes = ByteBuffer.wrap(head).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return Optional.of(new ElfHeader(
                Short.toUnsignedInt(bytes.getShort(16)),
                Short.toUnsignedInt(bytes.getShort(18)),
                head[4] == 2,
                littleEndian));
    }

    /** Whether a processor runs it as it is; object files and kernel modules are not run. */
    boolean isProgram() {
        return type == EXECUTABLE || type == SHARED;
    }

    /** GOARCH, or {@code machine N} where Go has no name for it. */
    String architecture() {
        return switch (machine) {
            case 3 -> "386";
            case 8 -> "mips" + (wide ? "64" : "") + (littleEndian ? "le" : "");
            case 20 -> "ppc";
            case 21 -> littleEndian ? "ppc64le" : "ppc64";
            case 22 -> wide ? "s390x" : "s390";
            case 40 -> "arm";
            case 62 -> "amd64";
            case 183 -> "arm64";
            case 243 -> wide ? "riscv64" : "riscv";
            case 258 -> wide ? "loong64" : "loong32";
            default -> "machine " + machine;
        };
    }

    /** How well a platform's processors run this file. */
    Fit on(String goarch) {
        String found = architecture();
        if (found.equals(goarch) || (goarch.equals("amd64") && found.equals("386"))) {
            return Fit.RUNS;
        }
        return goarch.equals("arm64") && found.equals("arm") ? Fit.ON_SOME : Fit.FAILS;
    }

    /** Whether a file runs. */
    enum Fit {
        RUNS,
        /** Only on processors that also have the older instruction set. */
        ON_SOME,
        FAILS
    }
}
