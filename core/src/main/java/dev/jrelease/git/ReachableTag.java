package dev.jrelease.git;

import dev.jrelease.process.ProcessResult;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tag in the history of a commit.
 *
 * @param time of the commit that it points to, in seconds since 1970
 */
record ReachableTag(String name, long time) {
    /** {@code git describe} compares ten tags. Commits of the same second have no order, so this compares more. */
    private static final int MOST = 100;

    static String[] question(String from) {
        return new String[] {
            "for-each-ref",
            "--merged=" + from,
            "--format=%(refname:strip=2)%00%(committerdate:unix)%00%(*committerdate:unix)",
            "refs/tags"
        };
    }

    /**
     * The names of the latest candidates, at most as many as fit on a command line. Empty if git does not know the
     * commit.
     */
    static List<String> latest(ProcessResult answer, Collection<GitTag> candidates) {
        if (!answer.succeeded()) {
            return List.of();
        }
        Set<String> names = candidates.stream().map(GitTag::name).collect(Collectors.toSet());
        return answer.output()
                .lines()
                .map(ReachableTag::read)
                .filter(tag -> names.contains(tag.name))
                .sorted((one, other) -> Long.compare(other.time, one.time))
                .limit(MOST)
                .map(ReachableTag::name)
                .toList();
    }

    /** An annotated tag is an object of its own; its commit is the second object on the line. */
    private static ReachableTag read(String line) {
        String[] parts = line.split("\0", -1);
        String time = parts[2].isEmpty() ? parts[1] : parts[2];
        return new ReachableTag(parts[0], time.isEmpty() ? 0 : Long.parseLong(time));
    }
}
