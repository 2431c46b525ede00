package dev.jrelease.registry;

import dev.jrelease.http.Loopback;
import java.net.URI;
import java.util.Locale;

/** A scheme, a host and a port: what credentials are meant for, and nothing beyond. */
record Origin(String scheme, String host, int port) {

    static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
        return new Origin(scheme, String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT), port);
    }

    /** Whether nobody on the way can listen. */
    boolean isPrivate() {
        return scheme.equals("https") || Loopback.is(host);
    }

    /**
     * Where a server sends us. One that stands behind a proxy which ends TLS often names itself by plain http; that is
     * read as what it means.
     */
    URI follow(URI from, String location) {
        URI target = from.resolve(location);
        Origin there = of(target);
        boolean itself = there.host.equals(host) && there.scheme.equals("http") && scheme.equals("https");
        return itself && (there.port == 80 || there.port == port)
                ? URI.create(
                        this + target.toString().substring(target.toString().indexOf('/', "http://".length())))
                : target;
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
