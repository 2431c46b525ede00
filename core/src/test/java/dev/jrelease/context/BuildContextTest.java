package dev.jrelease.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jrelease.failure.Location;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildContextTest {
    private static final Instant COMMIT = Instant.parse("2026-05-04T03:02:01.987Z");

    private final Path temp;
    private final Tree tree;

    BuildContextTest(@TempDir Path temp) {
        this.temp = temp;
        tree = new Tree(temp.resolve("base"))
                .file("Dockerfile", "FROM scratch")
                .file("app/main.sh", "run", "rwxr-x---")
                .file("app/conf/a.toml", "a", "rw-------")
                .file("app/conf/b.toml", "b")
                .file("app/conf/deep/c.toml", "c")
                .file(".git/HEAD", "ref")
                .file("dist/out.bin", "out");
    }

    @Test
    void takesDirectoriesWithWhatIsInThem() throws Exception {
        assertThat(lines(item("app/")))
                .containsExactly(
                        "644 Dockerfile FROM scratch",
                        "755 app/",
                        "755 app/conf/",
                        "644 app/conf/a.toml a",
                        "644 app/conf/b.toml b",
                        "755 app/conf/deep/",
                        "644 app/conf/deep/c.toml c",
                        "755 app/main.sh run");
    }

    @ParameterizedTest
    @CsvSource({
        "app/main.sh, , app/main.sh",
        "./app//main.sh, , app/main.sh",
        "app/main.sh, run, run",
        "app/main.sh, bin/, bin/main.sh",
        "app/main.sh, ., main.sh",
        "app/conf, etc, etc/a.toml etc/b.toml etc/deep/c.toml",
        "app/conf/, etc/, etc/a.toml etc/b.toml etc/deep/c.toml",
        "app/conf, ., a.toml b.toml deep/c.toml",
        "app/conf/*.toml, , app/conf/a.toml app/conf/b.toml",
        "app/conf/a*, etc, etc/a.toml",
        "app/**/*.toml, etc, etc/conf/a.toml etc/conf/b.toml etc/conf/deep/c.toml",
        "app/c*, , app/conf/a.toml app/conf/b.toml app/conf/deep/c.toml",
        "'app/conf/{a,b}.toml', etc, etc/a.toml etc/b.toml",
        "app/conf/[!a]*.toml, etc, etc/b.toml",
        "dist/*, , dist/out.bin",
        "dist, , dist/out.bin",
        ".git/HEAD, , .git/HEAD",
        "d*, , ''",
    })
    void namesFilesByOneRule(String src, String dst, String expected) throws Exception {
        tree.file("docs/README", "readme");
        String all = expected.isEmpty() ? "docs/README" : expected;
        assertThat(files(new ExtraFile(src, Optional.ofNullable(dst), at(3)))).containsExactly(all.split(" ", -1));
    }

    @Test
    void leavesOutTheRepositoryAndItsOutput() throws Exception {
        tree.file("sub/.git", "gitdir: elsewhere").file("sub/dist/kept", "x");

        assertThat(files(item(".")))
                .containsExactly(
                        "app/conf/a.toml", "app/conf/b.toml", "app/conf/deep/c.toml", "app/main.sh", "sub/dist/kept");
    }

    @Test
    void takesPathsThatExistAsTheyAre() throws Exception {
        tree.file("pages/[id].tsx", "x").file("pages/i.tsx", "y");

        assertThat(files(item("pages/[id].tsx"))).containsExactly("pages/[id].tsx");
    }

    @Test
    void filtersDirectoriesAndGlobsButNotNamedFiles() throws Exception {
        tree.file(".dockerignore", "**/*.toml\n!**/c.toml\n");

        assertThat(files(item("app"), item("app/conf/*"), item("app/conf/b.toml")))
                .containsExactly("app/conf/b.toml", "app/conf/deep/c.toml", "app/main.sh");
    }

    @Test
    void letsFilesInAgainBelowIgnoredDirectories() throws Exception {
        tree.file(".dockerignore", "*\n!app/conf/deep\nDockerfile\n");

        assertThat(lines(item(".")))
                .containsExactly(
                        "644 Dockerfile FROM scratch",
                        "755 app/",
                        "755 app/conf/",
                        "755 app/conf/deep/",
                        "644 app/conf/deep/c.toml c");
    }

    @Test
    void prefersTheDockerfilesOwnIgnoreFile() throws Exception {
        tree.file(".dockerignore", "app/conf").file("Dockerfile.dockerignore", "app/main.sh");

        assertThat(files(item("app"))).containsExactly("app/conf/a.toml", "app/conf/b.toml", "app/conf/deep/c.toml");
    }

    @Test
    void keepsLinksInFoldersAsTheyAre() throws Exception {
        tree.link("app/conf/current", "../main.sh").link("app/dangling", "nowhere");
        tree.link("rootfs/etc/localtime", "/usr/share/zoneinfo/UTC").link("rootfs/up", "../../../beside");

        assertThat(lines(item("app"))).contains("777 app/conf/current -> ../main.sh", "777 app/dangling -> nowhere");
        assertThat(lines(new ExtraFile("rootfs", Optional.of("."), at(3))))
                .contains("777 etc/localtime -> /usr/share/zoneinfo/UTC", "777 up -> ../../../beside");
        assertThat(lines(item("rootfs/**/local*"))).contains("777 rootfs/etc/localtime -> /usr/share/zoneinfo/UTC");
    }

    @Test
    void followsLinksThatAreNamed() throws Exception {
        tree.link("current", "app/main.sh").link("settings", "app/conf");

        assertThat(lines(item("current"), new ExtraFile("settings", Optional.of("etc"), at(3))))
                .contains("755 current run", "644 etc/a.toml a");
    }

    @Test
    void givesTheDockerfileAnotherNameWhereItsOwnIsTaken() throws Exception {
        tree.file("docker/prod.Dockerfile", "FROM prod");
        ContextSpec spec = spec(tree.root(), Path.of("docker/prod.Dockerfile"), List.of(item("Dockerfile")));

        ContextArchive written = BuildContext.collect(spec).write(temp.resolve("context.tar"));

        assertThat(written.dockerfile()).isEqualTo("Dockerfile.1");
        assertThat(Tree.lines(written.file()))
                .containsExactly("644 Dockerfile FROM scratch", "644 Dockerfile.1 FROM prod");
    }

    @Test
    void makesBinariesExecutable() throws Exception {
        Binary binary = new Binary(Path.of("dist/out.bin"), "linux/arm64/app", at(5));
        ContextSpec spec = new ContextSpec(
                tree.root(),
                Path.of("Dockerfile"),
                at(2),
                List.of(),
                List.of(binary),
                List.of(),
                Optional.empty(),
                List.of(),
                COMMIT);

        BuildContext.collect(spec).write(temp.resolve("context.tar"));

        assertThat(Tree.lines(temp.resolve("context.tar"))).contains("755 linux/arm64/", "755 linux/arm64/app out");
    }

    @Test
    void sameFilesGiveTheSameBytes() throws Exception {
        String longName = "y".repeat(190) + "/" + "x".repeat(120);
        Tree one = new Tree(temp.resolve("one"))
                .file("Dockerfile", "F")
                .file(longName, "1")
                .file("a", "2");
        Tree two = new Tree(temp.resolve("two"))
                .file("a", "2", "rw-rw-rw-")
                .file(longName, "1", "r--r-----")
                .file("Dockerfile", "F");
        Files.setLastModifiedTime(two.root().resolve("a"), FileTime.from(Instant.EPOCH));

        ContextArchive first = written(one, "one.tar");
        ContextArchive second = written(two, "two.tar");

        assertThat(Files.mismatch(first.file(), second.file())).isEqualTo(-1);
        assertThat(first.contents()).isEqualTo(second.contents());
        assertThat(first.contents())
                .containsKeys("Dockerfile", longName)
                .containsEntry("a", Digest.of("2".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsNamesOutsideAscii() throws Exception {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "the locale has names in ASCII only");
        tree.file("app/é/ü.txt", "x");

        assertThat(files(item("app/é"))).containsExactly("app/é/ü.txt");
    }

    @Test
    void holdsNothingOfThisMachine() throws Exception {
        ContextArchive archive = written(tree, "context.tar");

        try (InputStream in = Files.newInputStream(archive.file());
                var tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("2026-05-04T03:02:01Z");
                assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
                assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
            }
        }
    }

    @Test
    void otherContentGivesOtherBytes() throws Exception {
        ContextArchive before = written(tree, "before.tar");
        tree.file("app/conf/a.toml", "A");
        ContextArchive after = written(tree, "after.tar");

        assertThat(Files.mismatch(before.file(), after.file())).isPositive();
        assertThat(after.contents()).isNotEqualTo(before.contents());
    }

    private ContextArchive written(Tree of, String tar) throws InterruptedException {
        return BuildContext.collect(spec(of.root(), Path.of("Dockerfile"), List.of(item("."))))
                .write(temp.resolve(tar));
    }

    private List<String> lines(ExtraFile... items) throws IOException, InterruptedException {
        BuildContext.collect(spec(tree.root(), Path.of("Dockerfile"), List.of(items)))
                .write(temp.resolve("context.tar"));
        return Tree.lines(temp.resolve("context.tar"));
    }

    /** The paths of everything but directories, the Dockerfile and the ignore files. */
    private List<String> files(ExtraFile... items) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (String line : lines(items)) {
            String path = line.split(" ", -1)[1];
            if (!path.endsWith("/") && !path.equals("Dockerfile") && !path.endsWith(".dockerignore")) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static ContextSpec spec(Path base, Path dockerfile, List<ExtraFile> items) {
        return new ContextSpec(
                base, dockerfile, at(2), items, List.of(), List.of("./dist"), Optional.empty(), List.of(), COMMIT);
    }

    private static ExtraFile item(String src) {
        return new ExtraFile(src, Optional.empty(), at(3));
    }

    private static Location at(int line) {
        return new Location(".release.yaml", line, 7);
    }
}
