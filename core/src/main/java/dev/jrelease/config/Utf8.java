package dev.jrelease.config;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Decodes UTF-8, or finds the first invalid byte. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static String decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        boolean malformed =
                decoder.decode(ByteBuffer.wrap(bytes), characters, true).isError();
        String text = characters.flip().toString();
        if (malformed) {
            throw refused(name, text);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static InvalidConfigurationException refused(String name, String before) {
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        String last = before.substring(before.lastIndexOf('\n') + 1);
        Location place = new Location(name, line, last.codePointCount(0, last.length()) + 1);
        Problem problem =
                new Problem(Severity.ERROR, place, "the file is not text in UTF-8 from here on", Optional.empty());
        return new InvalidConfigurationException(List.of(problem));
    }
}
