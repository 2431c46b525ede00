package dev.jrelease.verify;

import dev.jrelease.image.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/**
 * The platform that an ELF file is built for.
 *
 * @param type 2 for programs, 3 for shared objects and position-independent programs
 * @param abi the operating system, if the file states one here
 * @param arm the requirements of a file for ARM
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">the ELF header</a>
 */
record ElfHeader(
        int type, int machine, boolean wide, boolean littleEndian, int abi, ElfSegments segments, ArmRequirements arm) {
    private static final int MAGIC = 0x7f454c46;
    private static final int EXECUTABLE = 2;
    private static final int SHARED = 3;
    private static final int ARM = 40;
    private static final Map<Integer, String> SYSTEMS = Map.of(2, "netbsd", 6, "solaris", 9, "freebsd", 12, "openbsd");

    static boolean isElf(byte[] head) {
        return head.length >= 4 && ByteBuffer.wrap(head).getInt() == MAGIC;
    }

    static boolean isArm(byte[] head) {
        return isElf(head) && head.length > 19 && ordered(head).getShort(18) == ARM;
    }

    /** Empty if the file ends within the header. */
    static Optional<ElfHeader> read(FileEnds file) {
        byte[] head = file.head();
        if (!isElf(head) || head.length < 52 || (head[4] == 2 && head.length < 64)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ordered(head);
        boolean wide = head[4] == 2;
        return Optional.of(new ElfHeader(
                Short.toUnsignedInt(bytes.getShort(16)),
                Short.toUnsignedInt(bytes.getShort(18)),
                wide,
                bytes.order() == ByteOrder.LITTLE_ENDIAN,
                Byte.toUnsignedInt(head[7]),
                ElfSegments.read(bytes, wide),
                isArm(head) && !wide ? ArmRequirements.read(bytes, file) : ArmRequirements.NONE));
    }

    private static ByteBuffer ordered(byte[] head) {
        return ByteBuffer.wrap(head).order(head[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether the file is run as a program; object files and kernel modules are not. */
    boolean isProgram() {
        return type == EXECUTABLE || type == SHARED;
    }

    /** GOARCH, or {@code machine N} for an architecture without a name in Go. */
    String architecture() {
        return switch (machine) {
            case 3 -> "386";
            case 8 -> "mips" + (wide ? "64" : "") + (littleEndian ? "le" : "");
            case 20 -> "ppc";
            case 21 -> littleEndian ? "ppc64le" : "ppc64";
            case 22 -> wide ? "s390x" : "s390";
            case ARM -> littleEndian ? "arm" : "armbe";
            case 62 -> wide ? "amd64" : "amd64p32";
            case 183 -> littleEndian ? "arm64" : "arm64be";
            case 243 -> wide ? "riscv64" : "riscv";
            case 258 -> wide ? "loong64" : "loong32";
            default -> "machine " + machine;
        };
    }

    /** The operating system if it is not Linux; Linux programs need not state it. */
    private Optional<String> foreignSystem() {
        return Optional.ofNullable(SYSTEMS.get(abi)).or(segments::system);
    }

    /**
     * What the file is built for, for a message: the architecture, and requirements that the platform does not meet.
     */
    String needs(Platform platform) {
        Optional<String> system = platform.os().equals("linux") ? foreignSystem() : Optional.empty();
        boolean both = architecture().equals("arm") && platform.architecture().equals("arm");
        String processor = architecture() + (both ? arm.words() : "");
        return system.map(name -> name + "/" + processor).orElse(processor);
    }

    /** Whether the processors of a platform run this file. */
    Fit on(Platform platform) {
        if (platform.os().equals("linux") && foreignSystem().isPresent()) {
            return Fit.FAILS;
        }
        String found = architecture();
        String goarch = platform.withVariant().architecture();
        if (found.equals("arm") && goarch.equals("arm")) {
            return arm.on(platform.withVariant().variant());
        }
        if (found.equals(goarch) || (goarch.equals("amd64") && found.equals("386"))) {
            return Fit.RUNS;
        }
        return goarch.equals("arm64") && found.equals("arm") ? Fit.ON_SOME : Fit.FAILS;
    }

    /** Whether a file runs on a platform. */
    enum Fit {
        RUNS,
        /** Only on processors that also have the older instruction set. */
        ON_SOME,
        FAILS
    }
}
