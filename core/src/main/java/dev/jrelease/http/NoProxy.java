package dev.jrelease.http;

import dev.jrelease.text.LinearPattern;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The hosts that are reached without a proxy: those that {@code NO_PROXY} lists, and always loopback.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">the rules, as Docker has them</a>
 */
final class NoProxy {
    private static final LinearPattern ADDRESS =
            LinearPattern.of("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f.]*+:[0-9a-f:.]*+");

    private final List<String> entries;

    NoProxy(String list) {
        this.entries = Stream.of(list.split(",", -1))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean covers(String host, int port) {
        String name = withoutBrackets(host.toLowerCase(Locale.ROOT));
        return Loopback.is(name) || entries.stream().anyMatch(entry -> covers(entry, name, port));
    }

    private static String withoutBrackets(String host) {
        int start = host.startsWith("[") ? 1 : 0;
        int end = host.length() - (host.endsWith("]") ? 1 : 0);
        return start < end ? host.substring(start, end) : host;
    }

    private static boolean covers(String entry, String name, int port) {
        if (entry.equals("*") || entry.equals(name) || entry.equals(name + ":" + port)) {
            return true;
        }
        if (entry.contains("/")) {
            return ADDRESS.matches(name) && inNetwork(entry, name);
        }
        String suffix = entry.startsWith("*.") ? entry.substring(1) : entry.startsWith(".") ? entry : "." + entry;
        return name.endsWith(suffix) || (name + ":" + port).endsWith(suffix);
    }

    private static boolean inNetwork(String entry, String name) {
        int slash = entry.indexOf('/');
        try {
            byte[] network = InetAddress.ofLiteral(entry.substring(0, slash)).getAddress();
            byte[] address = InetAddress.ofLiteral(name).getAddress();
            int bits = Integer.parseInt(entry.substring(slash + 1));
            return network.length == address.length && samePrefix(network, address, bits);
        } catch (IllegalArgumentException notANetwork) {
            return false;
        }
    }

    private static boolean samePrefix(byte[] network, byte[] address, int bits) {
        for (int bit = 0; bit < Math.min(bits, network.length * 8); bit++) {
            int mask = 0x80 >> bit % 8;
            if ((network[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
