package dev.jrelease.git;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The output of {@code git status --porcelain=v2 --branch -z}.
 *
 * @param commit at HEAD; absent before the first commit
 * @see <a href="https://git-scm.com/docs/git-status#_porcelain_format_version_2">porcelain format version 2</a>
 */
record StatusReport(Optional<String> commit, Optional<String> branch, List<ChangedFile> changes) {
    private static final String COMMIT = "# branch.oid ";
    private static final String BRANCH = "# branch.head ";

    static StatusReport read(String output) {
        Optional<String> commit = Optional.empty();
        Optional<String> branch = Optional.empty();
        List<ChangedFile> changes = new ArrayList<>();
        Iterator<String> entries = List.of(output.split("\0")).iterator();
        while (entries.hasNext()) {
            String entry = entries.next();
            if (entry.startsWith(COMMIT)) {
                commit = Optional.of(entry.substring(COMMIT.length())).filter(text -> !text.equals("(initial)"));
            } else if (entry.startsWith(BRANCH)) {
                branch = Optional.of(entry.substring(BRANCH.length())).filter(text -> !text.equals("(detached)"));
            } else if (!entry.isEmpty() && entry.charAt(0) != '#') {
                changes.add(change(entry));
                if (entry.startsWith("2 ")) {
                    entries.next(); // the old name of a renamed file
                }
            }
        }
        return new StatusReport(commit, branch, List.copyOf(changes));
    }

    /** Fields are separated by one space; only the last one, the path, may contain spaces. */
    private static ChangedFile change(String entry) {
        return switch (entry.charAt(0)) {
            case '1' -> change(entry, 9);
            case '2' -> change(entry, 10);
            case 'u' -> change(entry, 11);
            default -> new ChangedFile("??", entry.substring(2));
        };
    }

    private static ChangedFile change(String entry, int fields) {
        String[] parts = entry.split(" ", fields);
        return new ChangedFile(parts[1].replace('.', ' '), parts[fields - 1]);
    }
}
