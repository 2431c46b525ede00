package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.util.function.BinaryOperator;

/** Masks secrets in a document. */
public final class MaskedJson {
    private static final String TEMPLATE = "{{";
    /** The number of characters of a value that are enough to decide whether it looks random. */
    private static final int LONGEST = 1000;

    private final BinaryOperator<String> mask;

    /**
     *
     * @param mask gets the name of a value and the value
     */
    private MaskedJson(BinaryOperator<String> mask) {
        this.mask = mask;
    }

    /** Masks the parts that templates wrote from secrets. */
    static void mask(ObjectNode document, Redactor redactor) {
        new MaskedJson((name, text) -> redactor.redactRendered(text)).mask("", document);
    }

    /** Masks every known secret. */
    public static void maskKnown(ObjectNode document, Redactor redactor) {
        new MaskedJson((name, text) -> redactor.redact(text)).mask("", document);
    }

    /** Masks every known secret, and what is called like one, written out in full. */
    static void maskEverySecret(ObjectNode document, Redactor redactor) {
        new MaskedJson((name, text) -> redactor.redact(masked(name, text))).mask("", document);
    }

    private JsonNode mask(String name, JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> entry.setValue(mask(entry.getKey(), entry.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, mask(name, array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(mask.apply(name, text.asText()));
            }
            default -> {}
        }
        return node;
    }

    /** The variables inside of a template decide whether its value is a secret. */
    private static String masked(String name, String text) {
        if (Secret.is(name, text) && !text.contains(TEMPLATE)) {
            return Secret.MASK;
        }
        int lastTemplate = text.lastIndexOf(TEMPLATE);
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            String pair = text.substring(startOfName(text, equals), equals);
            String value = text.substring(equals + 1, Math.min(text.length(), equals + LONGEST));
            if (!pair.isEmpty() && lastTemplate < equals && Secret.is(pair, value)) {
                return text.substring(0, equals + 1) + Secret.MASK;
            }
        }
        return text;
    }

    private static int startOfName(String text, int end) {
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            start--;
        }
        return start;
    }
}
