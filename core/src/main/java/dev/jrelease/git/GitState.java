package dev.jrelease.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of a repository.
 *
 * @param commit at HEAD, in full
 * @param shortCommit as short as the repository's settings want it, and unique
 * @param branch absent if HEAD is detached, as in most CI runs
 * @param commitTime when the commit was made (the committer's date)
 * @param changes files that differ from the commit, and untracked files
 * @param tags all of the repository, in the requested order
 * @param remoteUrl without user names and passwords for HTTP; absent if there is no remote
 * @param shallow whether the clone has only a part of the history, so that tags may be missing
 */
public record GitState(
        String commit,
        String shortCommit,
        Optional<String> branch,
        Instant commitTime,
        List<ChangedFile> changes,
        List<GitTag> tags,
        Optional<String> remoteUrl,
        boolean shallow) {

    public GitState {
        changes = List.copyOf(changes);
        tags = List.copyOf(tags);
    }

    public boolean isDirty() {
        return !changes.isEmpty();
    }

    public List<GitTag> tagsAtHead() {
        return tagsAt(commit);
    }

    /** The tags of a commit, whose name is full. */
    public List<GitTag> tagsAt(String of) {
        return tags.stream().filter(tag -> tag.commit().equals(of)).toList();
    }

    public Optional<GitTag> tag(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }
}
