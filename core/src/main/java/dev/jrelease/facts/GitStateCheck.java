package dev.jrelease.facts;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.ChangedFile;
import dev.jrelease.git.GitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides whether a repository can be released in its current state, and why not. */
enum GitStateCheck {
    RELEASE(", or use --snapshot"),
    PROMOTION("");

    private static final int MOST_FILES = 10;

    private final String wayOut;

    GitStateCheck(String wayOut) {
        this.wayOut = wayOut;
    }

    Optional<ReleaseException> refusal(GitState state, TagChoice choice) {
        List<String> objections = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        choice.objection().ifPresent(objection -> {
            objections.add(objection.text());
            remedies.add(objection.remedy());
        });
        if (state.isDirty()) {
            objections.add("files differ from the commit: " + files(state.changes()));
            remedies.add("commit them or add them to .gitignore");
        }
        return objections.isEmpty()
                ? Optional.empty()
                : Optional.of(ReleaseException.couldNot(FailureKind.GIT, "release this commit")
                        .because(String.join("; ", objections))
                        .hint(String.join(", ", remedies) + wayOut)
                        .build());
    }

    private static String files(List<ChangedFile> changes) {
        String first =
                changes.stream().limit(MOST_FILES).map(ChangedFile::toString).collect(Collectors.joining(", "));
        int more = changes.size() - MOST_FILES;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
