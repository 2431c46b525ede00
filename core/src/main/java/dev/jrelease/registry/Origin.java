package dev.jrelease.registry;

import dev.jrelease.http.Authority;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Scheme, host and port. Credentials of one origin are not sent to another. */
record Origin(String scheme, String host, int port) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * The origin of an absolute URL.
     *
     * @throws IllegalArgumentException if it is not an http URL
     */
    static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("neither http nor https: " + uri);
        }
        Authority authority = Authority.of(uri);
        int port = authority.port() >= 0 ? authority.port() : scheme.equals("http") ? 80 : 443;
        return new Origin(scheme, authority.host(), port);
    }

    /**
     * Resolves a redirect. A server behind a TLS proxy may use plain http in its location, which is read as https.
     *
     * @throws IllegalArgumentException if it is not an http URL
     */
    URI follow(URI from, String location) {
        URI target = from.resolve(location);
        Origin there = of(target);
        boolean itself = there.host.equals(host) && there.scheme.equals("http") && scheme.equals("https");
        return itself && (there.port == 80 || there.port == port) ? URI.create(this + pathAndQuery(target)) : target;
    }

    private static String pathAndQuery(URI uri) {
        String path = String.valueOf(uri.getRawPath());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (path.isEmpty() ? "/" : path) + query;
    }

    URI root() {
        return URI.create(this + "/");
    }

    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("http") ? 80 : 443);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
