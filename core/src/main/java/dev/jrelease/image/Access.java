package dev.jrelease.image;

import dev.jrelease.http.Trust;

/** How jrelease may connect to a registry. Holds for that host only. */
public enum Access {
    /** https with a certificate that the JDK trusts. A loopback host that does not speak TLS may use plain http. */
    STRICT(Trust.VERIFIED),
    /** https with any certificate, or plain http if the server does not speak TLS. */
    INSECURE(Trust.ANY);

    private final Trust trust;

    Access(Trust trust) {
        this.trust = trust;
    }

    public Trust trust() {
        return trust;
    }
}
