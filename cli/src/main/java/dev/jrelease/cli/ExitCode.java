package dev.jrelease.cli;

import dev.jrelease.failure.FailureKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exit code of the process, which states the kind of failure. */
public enum ExitCode {
    DONE(0, "done"),
    BUILD(1, "the build failed, or an image has another platform than it states"),
    USAGE(2, "the command line is invalid"),
    CONFIGURATION(3, "the configuration has errors"),
    GIT(4, "the git repository is not in a state that can be released"),
    ENVIRONMENT(5, "something is missing on this host: an engine, emulation, disk space"),
    REGISTRY(6, "a registry refused, or could not be reached"),
    MIRROR(7, "released, but a registry that is not required failed"),
    BUG(70, "a bug in jrelease"),
    INTERRUPTED(130, "interrupted, or out of time");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** The meaning of each code, for users. */
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode exit : values()) {
            meanings.put(Integer.toString(exit.code), exit.meaning);
        }
        return meanings;
    }

    static ExitCode of(FailureKind kind) {
        return switch (kind) {
            case BUILD -> BUILD;
            case USAGE -> USAGE;
            case CONFIGURATION -> CONFIGURATION;
            case GIT -> GIT;
            case ENVIRONMENT -> ENVIRONMENT;
            case REGISTRY -> REGISTRY;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
