package dev.jrelease.image;

import dev.jrelease.http.Trust;

/** How much is asked of the connection to a registry. Holds for that host alone. */
public enum Access {
    /** https with a certificate that the JDK trusts. A loopback host that does not speak TLS may have plain http. */
    STRICT(Trust.VERIFIED),
    /** https with any certificate; plain http where TLS is not spoken. */
    INSECURE(Trust.ANY);

    private final Trust trust;

    Access(Trust trust) {
        this.trust = trust;
    }

    public Trust trust() {
        return trust;
    }
}
