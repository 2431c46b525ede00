package dev.jrelease.layout;

/** Recognizes content that does not compress (archives, media) by samples. */
final class Entropy {
    private static final int SAMPLES = 8;
    private static final int SAMPLE_SIZE = 2048;
    private static final double HIGH = 7.9;

    private Entropy() {}

    /** Whether samples of the content have more than 7.9 bits of information per byte. */
    static boolean isHigh(byte[] content, int length) {
        return length >= SAMPLES * SAMPLE_SIZE && bitsPerByte(histogram(content, length)) > HIGH;
    }

    private static int[] histogram(byte[] content, int length) {
        int[] counts = new int[256];
        int distance = length / SAMPLES;
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int i = 0; i < SAMPLE_SIZE; i++) {
                counts[content[sample * distance + i] & 0xff]++;
            }
        }
        return counts;
    }

    private static double bitsPerByte(int[] counts) {
        double total = SAMPLES * SAMPLE_SIZE;
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits -= count / total * (StrictMath.log(count / total) / StrictMath.log(2));
            }
        }
        return bits;
    }
}
