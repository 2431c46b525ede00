package dev.jrelease.testkit.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that goes wrong with a request. It strikes after the login, so that it is not spent on a challenge. */
public sealed interface Fault {
    /** The answer is this one, and nothing happens. */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {
        public Answer {
            headers = Map.copyOf(headers);
        }

        public Answer header(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }

        public Answer body(String text) {
            return new Answer(status, headers, text);
        }

        /** Gives the answer a body as the specification has it. */
        public Answer error(String code, String message) {
            return header("Content-Type", "application/json")
                    .body("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}");
        }
    }

    /**
     * The answer repeats what the request showed to log in.
     *
     * @param body in which {@code HEADER} stands for the whole header, {@code VALUE} for it without its scheme, and
     *     {@code DECODED} for the value as Base64 hides it
     */
    record Echo(int status, String body) implements Fault {}

    /** The answer asks to come back at a date, which is so much later than its own. */
    record Busy(int status, Duration later) implements Fault {}

    /** The connection ends without an answer, when so much of the request's body was read. */
    record DropConnection(int afterBytes) implements Fault {}

    /** The same, but the client's system hears of it by a reset. */
    record Reset(int afterBytes) implements Fault {}

    /** What came of an upload is kept, then the connection ends without an answer. */
    record BreakUpload(long afterBytes) implements Fault {}

    /** The request does what it should, but the connection ends before its answer. */
    record LoseAnswer() implements Fault {}

    /** There is never an answer, and the connection stays. */
    record Silence() implements Fault {}

    /** The answer's body stops after so many bytes, and the connection stays. */
    record StallAnswer(long afterBytes) implements Fault {}

    /**
     * What the request writes is not seen at once: so many looks at the manifest or blob find nothing, or what a tag
     * named before, and what names it is refused.
     */
    record Lagging(int looks) implements Fault {}

    /** All access tokens have just expired, also the one of this request. */
    record ExpireTokens() implements Fault {}

    /** The usual answer has one header more. */
    record Remark(String header, String value) implements Fault {}

    /** The answer's {@code Docker-Content-Digest} is not that of the content. */
    record WrongDigest() implements Fault {}

    /** The first byte of the answer's body is another, the headers are right. */
    record CorruptAnswer() implements Fault {}

    /** The connection ends in the middle of the answer's body; without an answer, if that has none. */
    record CutAnswer(long afterBytes) implements Fault {}

    /** The request waits, then takes its usual course. */
    record Wait(HeldRequest hold) implements Fault {}

    static Answer status(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** GHCR's answer to a user who writes too much: only its message distinguishes it from a final one. */
    static Answer secondaryLimit() {
        return status(403)
                .error(
                        "DENIED",
                        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
    }

    /** What a proxy says in front of the registry. */
    static Answer page(int status, String title) {
        return status(status)
                .header("Content-Type", "text/html")
                .body("<html>\r\n<head><title>" + title + "</title></head>\r\n<body></body>\r\n</html>\r\n");
    }

    static Fault busy(int status, Duration later) {
        return new Busy(status, later);
    }

    static Fault reset(int afterBytes) {
        return new Reset(afterBytes);
    }

    static Fault breakUpload(long afterBytes) {
        return new BreakUpload(afterBytes);
    }

    static Fault loseAnswer() {
        return new LoseAnswer();
    }

    static Fault silence() {
        return new Silence();
    }

    static Fault stallAnswer(long afterBytes) {
        return new StallAnswer(afterBytes);
    }

    static Fault lag(int looks) {
        return new Lagging(looks);
    }

    static Fault expireTokens() {
        return new ExpireTokens();
    }

    static Fault remark(String header, String value) {
        return new Remark(header, value);
    }

    static Fault dropConnection(int afterBytes) {
        return new DropConnection(afterBytes);
    }

    static Fault wrongDigest() {
        return new WrongDigest();
    }

    static Fault corruptAnswer() {
        return new CorruptAnswer();
    }

    static Fault cutAnswer(long afterBytes) {
        return new CutAnswer(afterBytes);
    }
}
