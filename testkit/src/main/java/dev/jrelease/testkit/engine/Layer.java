package dev.jrelease.testkit.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** One layer of an image in the fake engine. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layer(byte[] tar) {

    String diffId() {
        return Sha256.digest(tar);
    }

    byte[] gzip() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(tar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
