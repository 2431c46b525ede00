package dev.jrelease.http;

/** Which certificates of a server are accepted. */
public enum Trust {
    /** Certificates that the JDK trusts, for the requested host. */
    VERIFIED,
    /** Any certificate, for any host. */
    ANY
}
