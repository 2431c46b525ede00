package dev.jrelease.testkit.registry;

/** An answer that is an error in the specification's terms: a status, one of its codes and a message. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static Refusal blobUnknown(String digest) {
        return new Refusal(404, "BLOB_UNKNOWN", "blob unknown to registry: " + digest);
    }

    static Refusal manifestUnknown(String reference) {
        return new Refusal(404, "MANIFEST_UNKNOWN", "manifest unknown: " + reference);
    }

    static Refusal digestInvalid(String given, String actual) {
        return new Refusal(
                400,
                "DIGEST_INVALID",
                "provided digest did not match uploaded content: " + given + " was said, the bytes are " + actual);
    }

    static Refusal manifestInvalid(String message) {
        return new Refusal(400, "MANIFEST_INVALID", "manifest invalid: " + message);
    }

    static Refusal unsupported(Call call) {
        return new Refusal(405, "UNSUPPORTED", call.method() + " is not supported here");
    }
}
