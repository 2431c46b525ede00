package dev.jrelease.registry;

import dev.jrelease.http.Authority;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** A scheme, a host and a port: what credentials are meant for, and nothing beyond. */
record Origin(String scheme, String host, int port) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * The origin of an absolute address.
     *
     * @throws IllegalArgumentException if it is not the address of an http server
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
     * Where a server sends us. One that stands behind a proxy which ends TLS often names itself by plain http; that is
     * read as what it means.
     *
     * @throws IllegalArgumentException if that is not an address of an http server
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
