package dev.jrelease.http;

import java.net.URI;
import java.util.Locale;

/**
 * Host and port of a URL. Unlike {@link URI#getHost}, it accepts names with an underscore.
 *
 * @param host in lower case; an IPv6 address has its brackets
 * @param port -1 if none is written
 */
public record Authority(String host, int port) {
    private static final int MOST_DIGITS = 5;
    private static final int LAST_PORT = 65_535;

    /**
     * The authority of an absolute address.
     *
     * @throws IllegalArgumentException if the address has no host, or a port that does not exist
     */
    public static Authority of(URI uri) {
        String written = uri.getRawAuthority();
        if (written == null) {
            throw new IllegalArgumentException("no host in " + uri);
        }
        String place = written.substring(written.lastIndexOf('@') + 1);
        int colon = place.lastIndexOf(':');
        boolean hasPort = colon > place.lastIndexOf(']');
        String host = hasPort ? place.substring(0, colon) : place;
        if (host.isEmpty()) {
            throw new IllegalArgumentException("no host in " + uri);
        }
        String port = hasPort ? place.substring(colon + 1) : "";
        return new Authority(host.toLowerCase(Locale.ROOT), port.isEmpty() ? -1 : port(port));
    }

    private static int port(String text) {
        if (!isPort(text)) {
            throw new IllegalArgumentException("no port " + text);
        }
        return Integer.parseInt(text);
    }

    /** Whether a text is the number of a port. */
    public static boolean isPort(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= LAST_PORT;
    }
}
