package dev.jrelease.image;

import dev.jrelease.text.LinearPattern;
import java.util.Arrays;
import java.util.Optional;

/** The grammar of registries: a domain name or an IPv6 address in brackets, and a port. */
final class RegistryName {
    private static final int LONGEST = 255;
    private static final int LAST_PORT = 65_535;
    private static final LinearPattern LABEL = LinearPattern.of("[a-zA-Z0-9-]++");
    private static final LinearPattern ADDRESS = LinearPattern.of("\\[[0-9a-fA-F:]++]");
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9]++");
    private static final LinearPattern DIGITS = LinearPattern.of("[0-9]{1,5}");

    private RegistryName() {}

    /** Why a text is not a registry; empty if it is one. */
    static Optional<String> problem(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("its registry is longer than " + LONGEST + " characters");
        }
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        String host = hasPort ? text.substring(0, colon) : text;
        String port = hasPort ? text.substring(colon + 1) : "1";
        if (!isHost(host) || !DIGITS.matches(port)) {
            return Optional.of("'" + text + "' is not a registry's host");
        }
        int number = Integer.parseInt(port);
        return number >= 1 && number <= LAST_PORT
                ? Optional.empty()
                : Optional.of("there is no port " + port + "; ports go from 1 to " + LAST_PORT);
    }

    private static boolean isHost(String text) {
        String[] labels = text.split("\\.", -1);
        return ADDRESS.matches(text)
                || (Arrays.stream(labels).allMatch(RegistryName::isLabel) && !isPlainNumber(labels));
    }

    /** A domain does not end in a number, and an address has four. */
    private static boolean isPlainNumber(String... labels) {
        return labels.length > 1 && labels.length != 4 && NUMBER.matches(labels[labels.length - 1]);
    }

    private static boolean isLabel(String text) {
        return LABEL.matches(text) && !text.startsWith("-") && !text.endsWith("-");
    }
}
