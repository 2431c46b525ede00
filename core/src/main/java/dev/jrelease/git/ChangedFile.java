package dev.jrelease.git;

/**
 * A file that differs from the commit.
 *
 * @param code two letters, as {@code git status --short} has them: {@code " M"}, {@code "??"}
 * @param path from the root of the repository
 */
public record ChangedFile(String code, String path) {

    @Override
    public String toString() {
        return code.strip() + " " + path;
    }
}
