package dev.jrelease.migrate.edit;

/** YAML that is written in a way in which its lines cannot be taken apart, or that is no YAML any more when they are. */
public final class UnusualLayoutException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
