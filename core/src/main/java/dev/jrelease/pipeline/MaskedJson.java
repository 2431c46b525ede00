package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks secrets in a document. */
final class MaskedJson {
    private static final String TEMPLATE = "{{";
    private static final Pattern NAMED = Pattern.compile("(\\w+)=");

    private final BinaryOperator<String> mask;

    /** @param mask takes the name of a value, and the value */
    private MaskedJson(BinaryOperator<String> mask) {
        this.mask = mask;
    }

    /** Masks what templates wrote there of secrets. */
    static void mask(ObjectNode document, Redactor redactor) {
        new MaskedJson((name, text) -> redactor.redactRendered(text)).mask("", document);
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

    /** Where a template makes the value, what it is made of says so by its own name. */
    private static String masked(String name, String text) {
        if (Secret.is(name, text) && !text.contains(TEMPLATE)) {
            return Secret.MASK;
        }
        Matcher pair = NAMED.matcher(text);
        while (pair.find()) {
            String value = text.substring(pair.end());
            if (Secret.is(pair.group(1), value) && !value.contains(TEMPLATE)) {
                return text.substring(0, pair.end()) + Secret.MASK;
            }
        }
        return text;
    }
}
