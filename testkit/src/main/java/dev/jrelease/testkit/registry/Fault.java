package dev.jrelease.testkit.registry;

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

    /** The connection ends without an answer, when so much of the request's body was read. */
    record DropConnection(int afterBytes) implements Fault {}

    /** The answer's {@code Docker-Content-Digest} is not that of the content. */
    record WrongDigest() implements Fault {}

    /** The first byte of the answer's body is another, the headers are right. */
    record CorruptAnswer() implements Fault {}

    /** The connection ends in the middle of the answer's body; without an answer, if that has none. */
    record CutAnswer(long afterBytes) implements Fault {}

    /** The request waits, then takes its usual course. */
    record Wait(Hold hold) implements Fault {}

    static Answer status(int status) {
        return new Answer(status, Map.of(), "");
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
