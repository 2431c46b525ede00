import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/// Writes one program for each platform, `bin/TARGET/hello`: a static Linux executable of about 150 bytes that says
/// where it runs. Its few machine instructions are below, so neither an assembler nor a cross compiler is needed.
///
///     java MakePrograms.java
void main() throws IOException {
    for (Target target : Target.values()) {
        Path program = Path.of("bin", target.directory, "hello");
        Files.createDirectories(program.getParent());
        Files.write(program, executable(target));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

/// A kind of machine, by its number in ELF files and its instructions for `write(1, text, length)` and `exit(0)`.
/// The text follows the last instruction; its length and address are filled in.
enum Target {
    AMD64("amd64", "linux/amd64", 62, true) {
        @Override
        void code(ByteBuffer out, int text, int length) {
            hex(out, "b8 01000000"); //                 mov  eax, 1 (write)
            hex(out, "bf 01000000"); //                 mov  edi, 1 (standard output)
            hex(out, "be").putInt(text); //             mov  esi, text
            hex(out, "ba").putInt(length); //           mov  edx, length
            hex(out, "0f05"); //                        syscall
            hex(out, "b8 3c000000"); //                 mov  eax, 60 (exit)
            hex(out, "31ff"); //                        xor  edi, edi
            hex(out, "0f05"); //                        syscall
        }
    },
    I386("386", "linux/386", 3, false) {
        @Override
        void code(ByteBuffer out, int text, int length) {
            hex(out, "b8 04000000"); //                 mov  eax, 4 (write)
            hex(out, "bb 01000000"); //                 mov  ebx, 1 (standard output)
            hex(out, "b9").putInt(text); //             mov  ecx, text
            hex(out, "ba").putInt(length); //           mov  edx, length
            hex(out, "cd80"); //                        int  0x80
            hex(out, "b8 01000000"); //                 mov  eax, 1 (exit)
            hex(out, "31db"); //                        xor  ebx, ebx
            hex(out, "cd80"); //                        int  0x80
        }
    },
    ARM64("arm64", "linux/arm64", 183, true) {
        @Override
        void code(ByteBuffer out, int text, int length) {
            out.putInt(0xd2800020); //                  mov  x0, #1 (standard output)
            out.putInt(0x52a00001 | (text >>> 16) << 5); // movz w1, text, lsl #16
            out.putInt(0x72800001 | (text & 0xffff) << 5); // movk w1, text
            out.putInt(0xd2800002 | length << 5); //    mov  x2, length
            out.putInt(0xd2800808); //                  mov  x8, #64 (write)
            out.putInt(0xd4000001); //                  svc  #0
            out.putInt(0xd2800000); //                  mov  x0, #0
            out.putInt(0xd2800ba8); //                  mov  x8, #93 (exit)
            out.putInt(0xd4000001); //                  svc  #0
        }
    },
    ARMV7("armv7", "linux/arm/v7", 40, false) {
        @Override
        void code(ByteBuffer out, int text, int length) {
            out.putInt(0xe3a00001); //                  mov  r0, #1 (standard output)
            out.putInt(0xe3001000 | immediate(text & 0xffff)); // movw r1, text
            out.putInt(0xe3401000 | immediate(text >>> 16)); // movt r1, text, upper half
            out.putInt(0xe3a02000 | length); //         mov  r2, length
            out.putInt(0xe3a07004); //                  mov  r7, #4 (write)
            out.putInt(0xef000000); //                  svc  #0
            out.putInt(0xe3a00000); //                  mov  r0, #0
            out.putInt(0xe3a07001); //                  mov  r7, #1 (exit)
            out.putInt(0xef000000); //                  svc  #0
        }

        private int immediate(int half) {
            return (half & 0xf000) << 4 | half & 0x0fff;
        }
    };

    final String directory;
    final String platform;
    final int machine;
    final boolean wide;

    Target(String directory, String platform, int machine, boolean wide) {
        this.directory = directory;
        this.platform = platform;
        this.machine = machine;
        this.wide = wide;
    }

    abstract void code(ByteBuffer out, int text, int length);

    private static ByteBuffer hex(ByteBuffer out, String digits) {
        return out.put(HexFormat.of().parseHex(digits.replace(" ", "")));
    }
}

static final int ADDRESS = 0x400000;

/// An ELF file of one segment, which is loaded whole: the two headers, the instructions, the text.
static byte[] executable(Target target) {
    byte[] text = ("hello from " + target.platform + "\n").getBytes();
    int headers = target.wide ? 64 + 56 : 52 + 32;
    int code = length(target);
    int size = headers + code + text.length;
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    fileHeader(file, target, ADDRESS + headers);
    programHeader(file, target.wide, size);
    target.code(file, ADDRESS + headers + code, text.length);
    return file.put(text).array();
}

static int length(Target target) {
    ByteBuffer draft = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    target.code(draft, 0, 0);
    return draft.position();
}

static void fileHeader(ByteBuffer out, Target target, int entry) {
    boolean wide = target.wide;
    out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 2).putShort((short) target.machine).putInt(1); // an executable
    word(out, wide, entry);
    word(out, wide, wide ? 64 : 52); // where the program header is
    word(out, wide, 0); // no sections
    out.putInt(target == Target.ARMV7 ? 0x05000000 : 0); // on ARM: the fifth version of its interface
    out.putShort((short) (wide ? 64 : 52)).putShort((short) (wide ? 56 : 32)).putShort((short) 1);
    out.putShort((short) (wide ? 64 : 40)).putShort((short) 0).putShort((short) 0);
}

static void programHeader(ByteBuffer out, boolean wide, int size) {
    int readAndExecute = 5;
    out.putInt(1); // to be loaded
    if (wide) {
        out.putInt(readAndExecute);
    }
    word(out, wide, 0);
    word(out, wide, ADDRESS);
    word(out, wide, ADDRESS);
    word(out, wide, size);
    word(out, wide, size);
    if (!wide) {
        out.putInt(readAndExecute);
    }
    word(out, wide, 0x10000);
}

static void word(ByteBuffer out, boolean wide, int value) {
    if (wide) {
        out.putLong(value);
    } else {
        out.putInt(value);
    }
}
