package dev.jrelease.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {

    @ParameterizedTest
    @CsvSource({
        // plain names are about the root, and about everything below what they name
        "node_modules, node_modules, true",
        "node_modules, node_modules/a/b.js, true",
        "node_modules, app/node_modules, false",
        "node_modules/, node_modules/a, true",
        "/secret, secret, true",
        "/secret, app/secret, false",
        "./a//b/../c, a/c, true",
        "../x, x, false",
        "/../x, x, true",
        ".., app, false",
        "., app, false",
        "/, app, false",
        // one star and one question mark stay within a name
        "*, app, true",
        "*, app/main.go, true",
        "*.md, README.md, true",
        "*.md, docs/README.md, false",
        "*/temp*, somedir/temporary.txt, true",
        "*/temp*, somedir/sub/temporary.txt, false",
        "*/*/temp*, somedir/sub/temporary.txt, true",
        "temp?, tempa, true",
        "temp?, temp, false",
        "temp?, temp/a, false",
        "a*, ab/c, true",
        ".*, .env, true",
        ".*, env, false",
        // two stars do not
        "**, a/b/c, true",
        "**/, a/b/c, true",
        "**/**, a/b, true",
        "**/*.go, main.go, true",
        "**/*.go, a/b/main.go, true",
        "**/*.go, a/b/main.goo, false",
        "**/foo/bar, foo/bar, true",
        "**/foo/bar, x/y/foo/bar/z, true",
        "**/.foo, bar.foo, false",
        "**file, dir/some-file, true",
        "**file*, dir/some-file, false",
        "**file*, dir/file.txt, true",
        "dir/**, dir, false",
        "dir/**, dir/a, true",
        "dir/**, dir/a/b, true",
        "a**/*.txt, a/file.txt, true",
        "a**/*.txt, a/b/c/file.txt, true",
        "abc**, abcdef/g, true",
        "**/dir2/**, dir/dir2/dir3/file, true",
        // characters that mean something elsewhere
        "a[b-d]e, ace, true",
        "a[b-d]e, aae, false",
        "a[^b-d]e, aze, true",
        "'[\\]a]', ']', true",
        "[!a], b, false",
        "a\\*b, a*b, true",
        "a\\*b, ab, false",
        "'{a,b}', a, false",
        "a(b)c/def, a(b)c/def, true",
        "abc.def, abcZdef, false",
        "a?b, a☺b, true",
    })
    void matchesAsDockerDoes(String pattern, String path, boolean ignored) {
        assertThat(parsed(pattern).ignores(path)).isEqualTo(ignored);
    }

    @ParameterizedTest
    @CsvSource({
        "*.md|!README.md, README.md, false",
        "*.md|!README.md, OTHER.md, true",
        "!README.md|*.md, README.md, true",
        "*.md|!README*.md|README-secret.md, README-secret.md, true",
        "*.md|README-secret.md|!README*.md, README-secret.md, false",
        "docs|!docs/README.md, docs/README.md, false",
        "docs|!docs/README.md, docs/other, true",
        "**|!util/docker/web, util/docker/web/foo, false",
        "**|!util/docker/web|util/docker/web/foo, util/docker/web/foo, true",
        "*|! /app , app/main, false",
        "app/main|!app, app/main, true",
        "app|app/main|!app, app/main, false",
        "**|!**/b.txt, app/sub/b.txt, false",
        "docs|!docs/*/keep, docs/x/keep, false",
        "*|!app|app/**/*.tmp, app/x/y.tmp, true",
    })
    void lastMatchDecides(String patterns, String path, boolean ignored) {
        assertThat(parsed(patterns.replace('|', '\n')).ignores(path)).isEqualTo(ignored);
    }

    @Test
    void readsCommentsBlanksAndByteOrderMarks() {
        DockerIgnore ignore = parsed("\uFEFFfirst\r\n# comment\n\n   \n  last  \n #not-a-comment\n");

        assertThat(ignore.ignoring("first")).contains(new Location(".dockerignore", 1, 1));
        assertThat(ignore.ignoring("last")).contains(new Location(".dockerignore", 5, 1));
        assertThat(ignore.ignores("# comment")).isFalse();
        assertThat(ignore.ignores("#not-a-comment")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[^", "[^bc", "a[", "[]a]", "[-]", "[x-]", "[-x]", "[a-b-c]", "x\\", "!", "! ", "[b-a]"})
    void saysWhichLineIsMalformed(String pattern) {
        Problems problems = new Problems();

        DockerIgnore.parse(".dockerignore", "fine\n" + pattern + "\n", problems);

        assertThat(problems.list()).extracting(Problem::location).containsExactly(new Location(".dockerignore", 2, 1));
    }

    private static DockerIgnore parsed(String text) {
        Problems problems = new Problems();
        DockerIgnore ignore = DockerIgnore.parse(".dockerignore", text, problems);
        assertThat(problems.list()).isEmpty();
        return ignore;
    }
}
