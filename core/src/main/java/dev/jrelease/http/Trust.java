package dev.jrelease.http;

/** Which certificates of an https server are accepted. */
public enum Trust {
    /** Those that the JDK trusts, made out to the host that was asked for. */
    VERIFIED,
    /** Any, made out to anyone. */
    ANY
}
