package dev.jrelease.registry;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageSink.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The blobs of one repository.
 *
 * @param begun uploads that the registry began instead of a mount; the next write of the blob uses them
 */
record Blobs(Server server, String name, String repository, Map<Digest, UploadSession> begun) {

    boolean exist(Descriptor blob) throws InterruptedException {
        boolean exists = server.headOr(
                () -> exists(blob, find(blob, "HEAD", 200, 404)),
                () -> server.endpoint().once(firstByte(blob), response -> response.status() != 404));
        if (exists) {
            server.endpoint().recent().note(repository, blob.digest());
        }
        return exists;
    }

    private Optional<Boolean> exists(Descriptor blob, Call head) throws InterruptedException {
        return Optional.of(server.endpoint().once(head, response -> {
            see(blob, BlobSize.of(response).bytes());
            return response.status() == 200;
        }));
    }

    /** A blob of another size is not what was looked for. */
    private void see(Descriptor blob, Optional<Long> size) {
        if (size.equals(Optional.of(blob.size()))) {
            server.endpoint().recent().see(repository, blob.digest());
        }
    }

    Optional<Long> size(Descriptor blob) throws InterruptedException {
        Call head = find(blob, "HEAD", 200, 404);
        Optional<Long> size = server.headOr(
                        () -> server.endpoint().once(head, BlobSize::ofHead),
                        () -> server.endpoint().once(firstByte(blob), BlobSize::of))
                .bytes();
        if (size.isPresent()) {
            server.endpoint().recent().note(repository, blob.digest());
        }
        see(blob, size);
        return size;
    }

    private Call firstByte(Descriptor blob) {
        return find(blob, "GET", 200, 206, 404).with("Range", Call.FIRST_BYTE);
    }

    private Call find(Descriptor blob, String method, Integer... expected) {
        String attempt = "look for blob " + blob.digest() + " in " + name;
        return Call.of(attempt, method, path(blob), Scopes.pull(repository), expected);
    }

    InputStream read(Descriptor blob) throws InterruptedException {
        return BlobStream.open(server, get(blob), blob);
    }

    private Call get(Descriptor blob) {
        String attempt = "read blob " + blob.digest() + " of " + name;
        return Call.of(attempt, "GET", path(blob), Scopes.pull(repository), 200, 206);
    }

    /** The failure for a blob that could not be read to its end. */
    RegistryException broken(Descriptor blob, IOException problem) {
        return server.endpoint().diagnosis().broken(get(blob), problem);
    }

    private String path(Descriptor blob) {
        return "/v2/" + repository + "/blobs/" + blob.digest();
    }

    void write(Descriptor blob, Content content) throws InterruptedException {
        String attempt = "push blob " + blob.digest() + " to " + name;
        Upload upload = new Upload(server, attempt, repository, Scopes.push(repository));
        UploadSession session = begun.remove(blob.digest());
        BlobUpload.send(server, upload, this, blob, content, session == null ? upload.begin() : session);
        server.endpoint().recent().write(repository, blob.digest());
    }

    boolean mount(Descriptor blob, String from) throws InterruptedException {
        String attempt = "mount blob " + blob.digest() + " of " + from + " in " + name;
        Scopes both = Scopes.push(repository).plus(Scopes.pull(from));
        Upload upload = new Upload(server, attempt, repository, both);
        boolean mounted = upload.mount(blob, from, session -> begun(upload, blob, Optional.of(session)));
        if (mounted) {
            begun(upload, blob, Optional.empty());
        }
        if (mounted) {
            server.endpoint().recent().write(repository, blob.digest());
        }
        return mounted;
    }

    /** One upload is enough for a blob, and none for one that is there. */
    private void begun(Upload upload, Descriptor blob, Optional<UploadSession> session) {
        UploadSession former =
                session.isPresent() ? begun.put(blob.digest(), session.get()) : begun.remove(blob.digest());
        if (former != null) {
            upload.cancel(former.location());
        }
    }

    /** Begins an upload and cancels it, which is the only certain check of the permission to push. */
    void checkPush() throws InterruptedException {
        new Upload(server, "push to " + name, repository, Scopes.push(repository)).tryOut();
    }
}
