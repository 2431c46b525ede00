package dev.jrelease.verify;

import dev.jrelease.verify.ElfHeader.Fit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The processor that a 32-bit ARM program requires.
 *
 * @param version of the architecture; 0 if it is not stated
 * @param hardFloat whether it passes numbers in registers of the floating-point unit
 * @see <a href="https://github.com/ARM-software/abi-aa/blob/main/addenda32/addenda32.rst">build attributes</a>
 */
record ArmRequirements(int version, boolean hardFloat) {
    static final ArmRequirements NONE = new ArmRequirements(0, false);

    private static final int HARD_FLOAT = 0x400;
    private static final int SECTION_OF_ATTRIBUTES = 0x70000003;
    private static final int SECTION_LENGTH = 40;
    private static final int MOST_ATTRIBUTES = 16 * 1024;
    private static final int CPU_ARCHITECTURE = 6;

    static ArmRequirements read(ByteBuffer head, FileEnds file) {
        return new ArmRequirements(version(head, file), (head.getInt(36) & HARD_FLOAT) != 0);
    }

    private static int version(ByteBuffer head, FileEnds file) {
        long table = Integer.toUnsignedLong(head.getInt(32));
        int count = Short.toUnsignedInt(head.getShort(48));
        ByteBuffer sections =
                ByteBuffer.wrap(file.from(table, count * SECTION_LENGTH)).order(head.order());
        for (int at = 0; at + SECTION_LENGTH <= sections.capacity(); at += SECTION_LENGTH) {
            int size = sections.getInt(at + 20);
            if (sections.getInt(at + 4) == SECTION_OF_ATTRIBUTES && size > 0 && size <= MOST_ATTRIBUTES) {
                return version(file.from(Integer.toUnsignedLong(sections.getInt(at + 16)), size), head.order());
            }
        }
        return 0;
    }

    /** The section has a format byte, then length and name of the vendor, then the attributes of the whole file. */
    private static int version(byte[] attributes, ByteOrder order) {
        byte[] start = {'a', 'e', 'a', 'b', 'i', 0, 1};
        ByteBuffer bytes = ByteBuffer.wrap(attributes).order(order);
        for (int i = 0; i < start.length; i++) {
            if (attributes.length < 16 || attributes[5 + i] != start[i]) {
                return 0;
            }
        }
        bytes.position(16);
        while (bytes.hasRemaining()) {
            int tag = number(bytes);
            if (tag == CPU_ARCHITECTURE) {
                return version(number(bytes));
            }
            skip(tag, bytes);
        }
        return 0;
    }

    private static void skip(int tag, ByteBuffer bytes) {
        boolean text = tag == 4 || tag == 5 || (tag > 32 && tag % 2 == 1);
        if (!text) {
            number(bytes);
        }
        if (text || tag == 32) {
            while (bytes.hasRemaining() && bytes.get() != 0) {
                // up to the end of the string
            }
        }
    }

    private static int number(ByteBuffer bytes) {
        int value = 0;
        for (int shift = 0; bytes.hasRemaining(); shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7f) << Math.min(shift, 28);
            if (next >= 0) {
                break;
            }
        }
        return value;
    }

    private static int version(int attribute) {
        return switch (attribute) {
            case 0, 1, 2 -> 4;
            case 3, 4, 5 -> 5;
            case 6, 7, 8, 9, 11, 12 -> 6;
            case 10, 13 -> 7;
            default -> 8;
        };
    }

    /** Without attributes only the floating-point unit is known: ARMv5 has none, and some ARMv6 have none. */
    Fit on(String variant) {
        int there = variant.length() > 1 && Character.isDigit(variant.charAt(1)) ? variant.charAt(1) - '0' : 7;
        if ((version > there && there < 7) || (hardFloat && there < 6)) {
            return Fit.FAILS;
        }
        return hardFloat && version == 0 && there == 6 ? Fit.ON_SOME : Fit.RUNS;
    }

    String words() {
        return version > 0 ? "/v" + version : hardFloat ? " with hardware floating point" : "";
    }
}
