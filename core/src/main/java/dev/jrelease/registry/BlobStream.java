package dev.jrelease.registry;

import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;

/**
 * The content of a blob. Reading continues after a broken connection, and fails at the end if the content does not
 * match.
 */
final class BlobStream extends InputStream {
    private final Server server;
    private final Call call;
    private final Descriptor blob;
    private final MessageDigest digest = Digest.sha256();
    private HttpResponse response;
    private long position;
    private int resumes;

    private BlobStream(Server server, Call call, Descriptor blob, HttpResponse response) {
        this.server = server;
        this.call = call;
        this.blob = blob;
        this.response = response;
    }

    static BlobStream open(Server server, Call call, Descriptor blob) throws InterruptedException {
        BlobStream stream = new BlobStream(server, call, blob, server.stream(call));
        stream.checkComplete();
        return stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = received(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            position += read;
            checkComplete();
        } else if (position < blob.size()) {
            throw wrong("it ended after " + position + " of " + blob.size() + " bytes");
        }
        return read;
    }

    private int received(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            try {
                return response.body().read(buffer, offset, length);
            } catch (IOException broken) {
                if (Thread.currentThread().isInterrupted()) {
                    throw broken;
                }
                resume(broken);
            }
        }
    }

    private void resume(IOException broken) throws IOException {
        if (++resumes >= server.retries().backoff().attempts()) {
            throw server.endpoint().diagnosis().broken(call, broken);
        }
        response.close();
        try {
            response = server.stream(call.with("Range", "bytes=" + position + "-"));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException().initCause(stop);
        }
        // A server without ranges sends the whole blob again.
        response.body().skipNBytes(response.status() == 206 ? 0 : position);
    }

    private void checkComplete() {
        if (position > blob.size()) {
            throw wrong("it is longer than " + blob.size() + " bytes");
        }
        if (position == blob.size()) {
            Digest found = Digest.finish(clone(digest));
            if (!found.equals(blob.digest())) {
                throw wrong("its content is " + found);
            }
        }
    }

    private static MessageDigest clone(MessageDigest of) {
        try {
            return (MessageDigest) of.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RegistryException wrong(String how) {
        return server.endpoint().diagnosis().wrong(call, how);
    }

    @Override
    public void close() {
        response.close();
    }
}
