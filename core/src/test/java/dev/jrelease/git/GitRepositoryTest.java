package dev.jrelease.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    private static final Path DIST = Path.of("dist");

    private final Path temporary;
    private final GitWorkspace fixture;

    GitRepositoryTest(@TempDir Path temporary) throws InterruptedException {
        this.temporary = temporary;
        this.fixture = GitWorkspace.create(temporary.resolve("project"));
    }

    @BeforeEach
    void commitSomething() throws InterruptedException {
        fixture.write("app/hello.txt", "hello").write("README.md", "# Hello").commit("Say hello");
    }

    private GitRepository repository() {
        return repository(GitEnvironment.of(fixture), fixture.folder());
    }

    private static GitRepository repository(Environment environment, Path folder) {
        return new GitRepository(new ProcessRunner(environment), folder);
    }

    private GitState state() throws InterruptedException {
        return repository().state(DIST, TagOrder.BY_NAME);
    }

    @Test
    void readsTheCommitAtHead() throws InterruptedException {
        GitState state = state();
        assertThat(state.commit()).isEqualTo(fixture.head()).hasSize(40);
        assertThat(state.shortCommit()).isEqualTo(state.commit().substring(0, 7));
        assertThat(state.branch()).contains("main");
        assertThat(state.commitTime()).isEqualTo(GitWorkspace.FIRST_COMMIT);
        assertThat(state.isDirty()).isFalse();
        assertThat(state.tags()).isEmpty();
        assertThat(state.remoteUrl()).isEmpty();
    }

    @Test
    void knowsNoBranchWhereHeadIsDetached() throws InterruptedException {
        fixture.git("checkout", "--quiet", "--detach");
        assertThat(state().branch()).isEmpty();
    }

    @Test
    void findsAnnotatedAndLightweightTags() throws InterruptedException {
        fixture.tag("v1.0.0").tag("v1.0.1", "Annotated").commit("More").tag("v1.1.0-rc.1");
        GitState state = state();
        assertThat(state.tags()).extracting(GitTag::name).containsExactly("v1.0.0", "v1.0.1", "v1.1.0-rc.1");
        assertThat(state.tagsAtHead()).extracting(GitTag::name).containsExactly("v1.1.0-rc.1");
        String first = fixture.git("rev-parse", "HEAD^");
        assertThat(state.tagsAt(first)).extracting(GitTag::name).containsExactly("v1.0.0", "v1.0.1");
    }

    @Test
    void listsEveryKindOfChange() throws InterruptedException {
        fixture.write("old name.txt", "a text long enough to be recognised").commit("Add a file");
        fixture.git("mv", "old name.txt", "new name.txt");
        fixture.write("staged.txt", "").git("add", "staged.txt");
        fixture.write("app/hello.txt", "changed")
                .write("umlaut ü \"quoted\".txt", "")
                .write("folder/deep/new", "");
        fixture.git("rm", "--quiet", "README.md");
        assertThat(state().changes())
                .extracting(ChangedFile::toString)
                .containsExactlyInAnyOrder(
                        "R new name.txt",
                        "A staged.txt",
                        "M app/hello.txt",
                        "D README.md",
                        "?? umlaut ü \"quoted\".txt",
                        "?? folder/deep/new");
    }

    @Test
    void listsConflicts() throws InterruptedException {
        fixture.git("checkout", "--quiet", "-b", "other");
        fixture.write("README.md", "other").commit("Other");
        fixture.git("checkout", "--quiet", "main");
        fixture.write("README.md", "main").commit("Main");
        assertThatThrownBy(() -> fixture.git("-c", "user.name=a", "-c", "user.email=a", "merge", "other"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state().changes()).containsExactly(new ChangedFile("UU", "README.md"));
    }

    @Test
    void doesNotCountTheFolderForResultsNorIgnoredFiles() throws InterruptedException {
        fixture.write(".gitignore", "*.log").commit("Ignore logs");
        fixture.write("dist/oci/index.json", "{}").write("build.log", "").write("distribution/file", "");
        assertThat(state().changes()).extracting(ChangedFile::path).containsExactly("distribution/file");
    }

    @Test
    void findsTheFolderForResultsWithinAnUntrackedOne() throws InterruptedException {
        fixture.write("out/dist[1]/report.json", "{}");
        assertThat(repository().state(Path.of("out/dist[1]"), TagOrder.BY_NAME).isDirty())
                .isFalse();
        assertThat(repository()
                        .state(fixture.folder().resolve("out/dist[1]"), TagOrder.BY_NAME)
                        .isDirty())
                .isFalse();
        assertThat(repository()
                        .state(temporary.resolve("elsewhere"), TagOrder.BY_NAME)
                        .isDirty())
                .isTrue();
    }

    @Test
    void looksAtTheWholeRepositoryFromAFolderInIt() throws InterruptedException {
        fixture.write("README.md", "changed").write("app/dist/index.json", "");
        GitState state = repository(GitEnvironment.of(fixture), fixture.folder().resolve("app"))
                .state(DIST, TagOrder.BY_NAME);
        assertThat(state.changes()).containsExactly(new ChangedFile(" M", "README.md"));
    }

    @Test
    void leavesCredentialsOutOfTheAddress() throws InterruptedException {
        fixture.git("remote", "add", "origin", "https://ada:s3cr@t@git.example.com/acme/hello.git");
        assertThat(state().remoteUrl()).contains("https://git.example.com/acme/hello.git");
        fixture.git("remote", "set-url", "origin", "ssh://git:s3cret@git.example.com:2222/acme/hello.git");
        assertThat(state().remoteUrl()).contains("ssh://git@git.example.com:2222/acme/hello.git");
        fixture.git("remote", "set-url", "origin", "git@git.example.com:acme/hello.git");
        assertThat(state().remoteUrl()).contains("git@git.example.com:acme/hello.git");
    }

    @Test
    void readsWhatATagSays() throws InterruptedException {
        fixture.tag("v1.0.0", "The first\none\n\nMany\nthings\n\nand more").tag("v1.0.1");
        GitState state = state();
        assertThat(repository().message(state.tag("v1.0.0").orElseThrow()))
                .isEqualTo(new TagMessage(
                        "The first one", "Many\nthings\n\nand more", "The first\none\n\nMany\nthings\n\nand more"));
        assertThat(repository().message(state.tag("v1.0.1").orElseThrow()).subject())
                .isEqualTo("Say hello");
    }

    @Test
    void findsTheLastTagThatIsAVersion() throws InterruptedException {
        GitTag release = new GitTag("1.0.0", fixture.head());
        assertThat(repository().nearestTag("HEAD", List.of(release))).isEmpty();
        assertThat(repository().nearestTag("HEAD^", List.of(release))).isEmpty();
        fixture.tag("1.0.0").commit("a").tag("v1").tag("v1.2.3.4").commit("b");
        assertThat(repository().nearestTag("HEAD", List.of(release))).contains("1.0.0");
        assertThat(repository().summary("")).endsWith("-1-g" + state().shortCommit());
        assertThat(repository().summary("1.")).endsWith("-2-g" + state().shortCommit());
    }

    @Test
    void findsTheNearestOfManyTags() throws InterruptedException {
        fixture.tag("1.0.0").commit("a").tag("1.1.0").commit("b").tag("nightly").commit("c");
        List<GitTag> candidates = state().tags().stream()
                .filter(tag -> !tag.name().equals("nightly"))
                .toList();
        assertThat(repository().nearestTag("HEAD", candidates)).contains("1.1.0");
        assertThat(repository().nearestTag("refs/tags/1.1.0^", candidates)).contains("1.0.0");
        assertThat(repository().nearestTag("HEAD", List.of())).isEmpty();
    }

    @Test
    void readsMoreTagsThanACommandLineHolds() throws IOException, InterruptedException {
        fixture.tag("1.0.0").commit("a");
        packTags(50_000);
        List<GitTag> all = state().tags();
        assertThat(all).hasSize(50_001);
        assertThat(repository().nearestTag("HEAD", List.of(all.getFirst()))).contains("1.0.0");
        assertThat(repository().nearestTag("HEAD", all)).contains("build/nightly-0000000000000000000-0");
    }

    private void packTags(int count) throws IOException, InterruptedException {
        String commit = fixture.head();
        StringBuilder refs = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
        IntStream.range(0, count)
                .mapToObj(i -> "build/nightly-0000000000000000000-" + i)
                .sorted()
                .forEach(name ->
                        refs.append(commit).append(" refs/tags/").append(name).append('\n'));
        Files.writeString(fixture.folder().resolve(".git/packed-refs"), refs);
    }

    @Test
    void saysThatThereIsNoRepository() {
        assertRefused(
                () -> repository(GitEnvironment.of(fixture), temporary).state(DIST, TagOrder.BY_NAME),
                FailureKind.GIT,
                "could not read the git repository in " + temporary
                        + ": neither this folder nor one above it is a git repository");
    }

    @Test
    void saysThatThereIsNoCommit() throws InterruptedException {
        GitWorkspace empty = GitWorkspace.create(temporary.resolve("empty"));
        assertRefused(
                () -> repository(GitEnvironment.of(empty), empty.folder()).state(DIST, TagOrder.BY_NAME),
                FailureKind.GIT,
                "could not read the git repository in " + empty.folder() + ": it has no commits yet");
    }

    @Test
    void saysThatTheFolderBelongsToSomeoneElse() {
        Environment other =
                GitEnvironment.of(fixture, Map.of("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", "LC_ALL", "de_DE.UTF-8"));
        assertRefused(
                () -> repository(other, fixture.folder()).state(DIST, TagOrder.BY_NAME),
                FailureKind.ENVIRONMENT,
                "could not read the git repository in " + fixture.folder()
                        + ": the folder belongs to someone else, and git does not trust it");
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        Path missing = temporary.resolve("missing");
        assertRefused(
                () -> repository(GitEnvironment.of(fixture), missing).state(DIST, TagOrder.BY_NAME),
                FailureKind.ENVIRONMENT,
                "could not read the git repository in " + missing + ": there is no such folder");
    }

    @Test
    void takesGitsOwnWordsForWhatItDoesNotKnow() throws InterruptedException {
        fixture.git("config", "core.bare", "true");
        assertRefused(
                this::state,
                FailureKind.GIT,
                "could not read the git repository in " + fixture.folder()
                        + ": this operation must be run in a work tree");
    }

    @Test
    void changesNothing() throws Exception {
        Path index = fixture.folder().resolve(".git/index");
        Files.setLastModifiedTime(fixture.folder().resolve("README.md"), FileTime.from(GitWorkspace.FIRST_COMMIT));
        byte[] before = Files.readAllBytes(index);
        assertThat(state().isDirty()).isFalse();
        assertThat(Files.readAllBytes(index)).isEqualTo(before);
    }

    private static void assertRefused(ThrowingCallable reading, FailureKind kind, String message) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessage(message);
    }

    @Test
    void listsTagsInAnyOrderOfGits() throws InterruptedException {
        fixture.tag("v1.2.0").tag("v1.10.0-rc.1").tag("v1.10.0").tag("v1.9.0");
        assertThat(repository()
                        .state(DIST, new TagOrder("-version:refname", ""))
                        .tags())
                .extracting(GitTag::name)
                .containsExactly("v1.10.0-rc.1", "v1.10.0", "v1.9.0", "v1.2.0");
        assertThat(repository()
                        .state(DIST, new TagOrder("-version:refname", "-"))
                        .tags())
                .extracting(GitTag::name)
                .containsExactly("v1.10.0", "v1.10.0-rc.1", "v1.9.0", "v1.2.0");
    }

    @Test
    void knowsAPartOfAHistory() throws InterruptedException {
        fixture.commit("More");
        GitWorkspace clone = GitWorkspace.create(temporary.resolve("clone"));
        clone.git("pull", "--quiet", "--depth=1", fixture.folder().toUri().toString(), "main");
        assertThat(state().shallow()).isFalse();
        assertThat(repository(GitEnvironment.of(clone), clone.folder())
                        .state(DIST, TagOrder.BY_NAME)
                        .shallow())
                .isTrue();
    }
}
