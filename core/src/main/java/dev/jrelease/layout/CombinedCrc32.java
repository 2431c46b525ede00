package dev.jrelease.layout;

/**
 * Combines the CRC-32 values of two consecutive pieces of content.
 *
 * @see <a href="https://github.com/madler/zlib/blob/v1.3.1/crc32.c">crc32_combine in zlib</a>, which explains the
 *     arithmetic: polynomials over GF(2), bits reflected, so that the highest bit is x⁰
 */
final class CombinedCrc32 {
    private static final int POLYNOMIAL = 0xedb88320;
    private static final int ONE = 1 << 31;
    private static final int[] SQUARES = squares();

    private CombinedCrc32() {}

    /**
     *
     * @param secondLength of the second piece, in bytes
     */
    static int combine(int first, int second, long secondLength) {
        return multiply(zeroBytes(secondLength), first) ^ second;
    }

    /** The factor for appending this many zero bytes: x to the power of their number of bits. */
    private static int zeroBytes(long count) {
        int power = ONE;
        int exponent = 3;
        for (long rest = count; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                power = multiply(SQUARES[exponent & 31], power);
            }
            exponent++;
        }
        return power;
    }

    /** x and its repeated squares. */
    private static int[] squares() {
        int[] all = new int[32];
        all[0] = ONE >>> 1;
        for (int i = 1; i < all.length; i++) {
            all[i] = multiply(all[i - 1], all[i - 1]);
        }
        return all;
    }

    private static int multiply(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((one & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
