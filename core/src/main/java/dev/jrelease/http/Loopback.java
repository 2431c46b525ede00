package dev.jrelease.http;

import dev.jrelease.text.LinearPattern;
import java.util.Locale;

/** Recognizes loopback hosts by their names. */
public final class Loopback {
    private static final LinearPattern ADDRESS_V4 = LinearPattern.of("127(\\.[0-9]{1,3}){3}");
    private static final LinearPattern ADDRESS_V6 = LinearPattern.of("\\[?(0{0,4}:){2,7}0{0,3}1]?");

    private Loopback() {}

    /** Whether a host (a name or an address, without port) is {@code localhost}, in 127.0.0.0/8, or ::1. */
    public static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || ADDRESS_V4.matches(name)
                || ADDRESS_V6.matches(name);
    }
}
