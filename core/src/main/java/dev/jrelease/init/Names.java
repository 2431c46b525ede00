package dev.jrelease.init;

import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of programs and images, from those of a project and of its repository. */
final class Names {
    private static final LinearPattern REMOTE =
            LinearPattern.of("(?:[a-z+]++://)?(?:[^@/]*+@)?([^:/@]++)(?::\\d{1,9}(?=/))?[:/]++(.++)");

    private Names() {}

    /** A name that files, ids and images may have. */
    static String program(String name) {
        StringBuilder plain = new StringBuilder();
        for (char letter : name.toLowerCase(Locale.ROOT).replace('/', '-').toCharArray()) {
            boolean usual = letter < 128 && Character.isLetterOrDigit(letter);
            if (usual || ("-._".indexOf(letter) >= 0 && !plain.isEmpty())) {
                boolean second = !usual && !Character.isLetterOrDigit(plain.charAt(plain.length() - 1));
                plain.append(second ? "" : letter);
            }
        }
        while (!plain.isEmpty() && !Character.isLetterOrDigit(plain.charAt(plain.length() - 1))) {
            plain.setLength(plain.length() - 1);
        }
        return plain.isEmpty() ? "app" : plain.toString();
    }

    /** The same, after its place in the project if another program has the name already. */
    static String program(String called, String place, List<Program> others) {
        String name = program(called);
        for (int i = 1; isTaken(name, others); i++) {
            name = program(place) + (i == 1 ? "" : "-" + i);
        }
        return name;
    }

    private static boolean isTaken(String name, List<Program> others) {
        return others.stream().anyMatch(other -> other.name().equals(name));
    }

    /** The image in the registry of a git host; empty for hosts that have none, or whose registry is not known. */
    static Optional<String> image(String remote) {
        return REMOTE.match(remote).flatMap(parts -> {
            String path = parts.group(2).toLowerCase(Locale.ROOT);
            String plain = path.endsWith(".git") ? path.substring(0, path.length() - ".git".length()) : path;
            String repository = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
            return switch (parts.group(1).toLowerCase(Locale.ROOT)) {
                case "github.com", "ssh.github.com" -> Optional.of("ghcr.io/" + repository);
                case "gitlab.com", "altssh.gitlab.com" -> Optional.of("registry.gitlab.com/" + repository);
                case "codeberg.org" -> Optional.of("codeberg.org/" + repository);
                default -> Optional.empty();
            };
        });
    }

    /** Whether the remote is at GitHub, which runs workflows. */
    static boolean isAtGitHub(String remote) {
        return image(remote).filter(name -> name.startsWith("ghcr.io/")).isPresent();
    }
}
