package dev.jrelease.pipes.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.MediaTypes;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Write;
import dev.jrelease.testkit.registry.Write.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release of what was released before on this machine asks the engine for nothing, unless something has changed. */
@SuppressWarnings("NullAway.Init")
class AgainTest {
    private static final String DOCKERFILE = "FROM scratch\nCOPY files/ /\n";

    private static final String[] PREFLIGHT = {"GET /_ping", "GET /version", "GET /info"};

    private final FakeRegistry registry = FakeRegistry.start();
    private final Map<String, String> variables = new HashMap<>();
    private FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
    private boolean overwrite = true;
    private GitWorkspace work;
    private String entry;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        work = GitWorkspace.create(folder)
                .write("Dockerfile", DOCKERFILE)
                .write("files/page", "hello")
                .write("files/run.sh", "echo hello")
                .write(".gitignore", "*\n")
                .commit("First")
                .tag("v1.2.3");
        entry = """
                project_name: hello
                dockers:
                  - platforms: [linux/amd64]
                    extra_files: [files]
                    image_templates: ["HOST/acme/hello:{{ version }}"]
                    build_flag_templates:
                      - --build-arg=WORD=one
                      - --label=word=one
                """.replace("HOST", registry.address());
    }

    @AfterEach
    void close() {
        engine.close();
        registry.close();
    }

    private ReleaseReport release() throws InterruptedException {
        return release(work, entry);
    }

    private ReleaseReport release(GitWorkspace where, String yaml) throws InterruptedException {
        return release(where, yaml, true);
    }

    /** @param clean whether what is in dist is removed before */
    private ReleaseReport release(GitWorkspace where, String yaml, boolean clean) throws InterruptedException {
        ReleaseOptions options =
                ReleaseOptions.builder().clean(clean).overwrite(overwrite).build();
        return new Checkout(where, variables).with("DOCKER_HOST", engine.host()).release(yaml, options, (_, _) -> {});
    }

    private void releaseWell() throws InterruptedException {
        assertThat(release().failure()).isEmpty();
    }

    /** What a release asks the engine for. */
    private List<String> asked() throws InterruptedException {
        int before = engine.requests().size();
        releaseWell();
        List<String> all = engine.requests();
        return all.subList(before, all.size());
    }

    private boolean builds() throws InterruptedException {
        return asked().contains("POST /build");
    }

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void asksTheEngineWhoItIsAndTheRegistryWhatItHolds(ImageStore store) throws Exception {
        overwrite = false;
        engine.close();
        engine = FakeDockerEngine.start(store);
        releaseWell();
        String digest = new HelloRepository(registry).digest("1.2.3");
        registry.forgetRequests();

        assertThat(asked()).containsExactly(PREFLIGHT);

        assertThat(registry.requests())
                .filteredOn(request -> !request.path().contains("/blobs/"))
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("GET /v2/", "HEAD /v2/acme/hello/manifests/1.2.3");
        OciLayout layout = OciLayout.open(work.folder().resolve("dist/oci"));
        assertThat(layout.entries())
                .singleElement()
                .satisfies(image -> assertThat(image.digest()).hasToString(digest))
                .satisfies(image -> assertThat(layout.manifest(image.digest()).references())
                        .allMatch(blob -> Files.exists(layout.file(blob.digest()))));
    }

    record Change(String what, Consumer<AgainTest> change) {
        Named<Change> named() {
            return Named.of(what, this);
        }
    }

    private static Change entry(String what, String from, String to) {
        return new Change(what, test -> test.entry = test.entry.replace(from, to));
    }

    static Stream<Named<Change>> changes() {
        String flag = "      - --label=word=one\n";
        return Stream.of(
                        entry("an argument", "WORD=one", "WORD=two"),
                        entry("a label", "word=one", "word=two"),
                        entry("the platform", "linux/amd64", "linux/arm64"),
                        entry("the target", flag, flag + "      - --target=last\n"),
                        entry("a network", flag, flag + "      - --network=none\n"),
                        entry("a host", flag, flag + "      - --add-host=a:127.0.0.1\n"),
                        entry("an annotation", flag, flag + "      - --annotation=a=b\n"),
                        entry("a source of the cache", flag, flag + "      - --cache-from=HOST/acme/hello:1\n"),
                        entry("a secret", flag, flag + "      - --secret=id=word,env=WORD\n"),
                        new Change("content", test -> test.work.write("files/page", "HELLO")),
                        new Change("more content", test -> test.work.write("files/page", "hello hello")),
                        new Change("a file more", test -> test.work.write("files/more", "")),
                        new Change("a file less", test -> test.leaveOut("files/page")),
                        new Change("an ignored file", test -> test.work.write(".dockerignore", "files/page\n")),
                        new Change("a mode", test -> test.makeExecutable("files/run.sh")),
                        new Change("the Dockerfile", test -> test.work.write("Dockerfile", DOCKERFILE + "USER 1\n")),
                        new Change("the engine", AgainTest::useAnotherEngine),
                        new Change("the version", test -> test.tag("v1.2.4")))
                .map(Change::named);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachInputCounts(Change change) throws Exception {
        variables.put("WORD", "secret");
        work.write("Dockerfile", "FROM scratch AS last\nCOPY files/ /\n");
        releaseWell();
        assertThat(builds()).isFalse();

        change.change.accept(this);

        assertThat(builds()).isTrue();
        assertThat(builds()).as("what was built is known from then on").isFalse();
    }

    private void leaveOut(String file) {
        unchecked(() -> Files.delete(work.folder().resolve(file)));
    }

    private void makeExecutable(String file) {
        work.writeProgram(file, "echo hello".getBytes(UTF_8));
    }

    private void useAnotherEngine() {
        engine.close();
        engine = FakeDockerEngine.start(ImageStore.GRAPH);
    }

    private void tag(String version) {
        unchecked(() -> work.tag(version));
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void valuesOfSecretsDoNotCountAsTheyDoNotForBuildKit() throws Exception {
        entry = entry + "      - --secret=id=word,env=WORD\n";
        variables.put("WORD", "first");
        releaseWell();
        variables.put("WORD", "second");

        assertThat(builds()).isFalse();
    }

    @Test
    void aTimeThatIsNewerIsNoChange() throws Exception {
        releaseWell();
        Path page = work.folder().resolve("files/page");
        Files.setLastModifiedTime(page, FileTime.from(Instant.now().minusSeconds(5)));

        assertThat(builds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-cache", "--pull"})
    void flagsOfTheBuildAreFollowed(String flag) throws Exception {
        TestBase base = TestBase.in(registry);
        base.pulledBy(engine);
        work.write("Dockerfile", "FROM " + base.name() + ":1\nCOPY files/ /\n");
        entry = entry + "      - " + flag + "\n";
        releaseWell();

        List<String> asked = asked();

        assertThat(asked.contains("POST /build")).isEqualTo(flag.equals("--no-cache"));
        if (flag.equals("--pull")) {
            assertThat(asked).as("only the registry counts").containsExactly(PREFLIGHT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM BASE:1\nCOPY files/ /\n",
                "FROM BASE:1 AS other\nFROM scratch\nCOPY files/ /\n",
                "FROM scratch\nCOPY files/ /\nCOPY --from=BASE:1 files/page /page\n"
            })
    void aBaseThatMovedCounts(String dockerfile) throws Exception {
        TestBase base = TestBase.in(registry);
        base.pulledBy(engine);
        work.write("Dockerfile", dockerfile.replace("BASE", base.name()));
        releaseWell();
        assertThat(builds()).isFalse();

        registry.addManifest("acme/base", "1", "application/vnd.oci.image.index.v1+json", INDEX);

        assertThat(builds()).isTrue();
    }

    private static final byte[] INDEX =
            "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]}"
                    .getBytes(UTF_8);

    @Test
    void aBaseThatOnlyTheEngineHasCountsAsItIsThere() throws Exception {
        TestBase base = TestBase.in(registry);
        base.madeIn(engine);
        work.write("Dockerfile", "FROM " + base.name() + ":1\nCOPY files/ /\n");
        releaseWell();
        assertThat(builds()).isFalse();

        TestBase other = TestBase.in(registry, MediaTypes.OCI_LAYER_GZIP, List.of(new byte[10240]));
        engine.pulled(base.name() + ":1", "", other.config(), other.plain());

        assertThat(builds()).isTrue();
    }

    /** Then the engine reads the base from its registry. */
    @ParameterizedTest
    @CsvSource({"arm64, linux/amd64", "386, linux/amd64", "amd64, linux/amd64/v3"})
    void aBaseThatTheEngineHasForAnotherPlatformCountsAsItIsInItsRegistry(String there, String wanted)
            throws Exception {
        TestBase base = TestBase.in(registry);
        byte[] other = new String(base.config(), UTF_8).replace("amd64", there).getBytes(UTF_8);
        engine.pulled(base.name() + ":1", "", other, base.plain());
        work.write("Dockerfile", "FROM " + base.name() + ":1\nCOPY files/ /\n");
        entry = entry.replace("linux/amd64", wanted);
        releaseWell();
        assertThat(builds()).isFalse();

        TestBase.in(registry, MediaTypes.OCI_LAYER_GZIP, List.of(new byte[10240]));

        assertThat(builds()).isTrue();
    }

    /** An engine with the containerd store asks the registry first, and may get an answer. */
    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void aBaseWhoseRegistryDoesNotAnswerIsAsTheEngineHasItOnlyIfThatCounts(ImageStore store) throws Exception {
        engine.close();
        engine = FakeDockerEngine.start(store);
        TestBase base = TestBase.in(registry);
        base.pulledBy(engine);
        work.write("Dockerfile", "FROM " + base.name() + ":1\nCOPY files/ /\n");
        registry.failNext("HEAD", "/v2/acme/base/manifests/1", Fault.status(503), 4);
        releaseWell();

        assertThat(builds()).isEqualTo(store == ImageStore.CONTAINERD);
    }

    @Test
    void layersOfABaseAreStillMounted() throws Exception {
        TestBase base = TestBase.in(registry);
        base.pulledBy(engine);
        work.write("Dockerfile", "FROM " + base.name() + ":1\nCOPY files/ /\n");
        releaseWell();
        entry = entry.replace("acme/hello", "acme/elsewhere");

        assertThat(builds()).isFalse();

        assertThat(registry.writes())
                .filteredOn(write ->
                        write.kind() == Kind.MOUNT && write.repository().equals("acme/elsewhere"))
                .extracting(Write::digest)
                .containsAll(base.digests());
    }

    private List<Path> cached(String folder) throws IOException {
        try (Stream<Path> files = Files.list(work.folder().resolve(".git/cache/jrelease/" + folder))) {
            return files.toList();
        }
    }

    interface Damage {
        void to(Path file) throws IOException;
    }

    static Stream<Named<Damage>> damages() {
        return Stream.of(
                Named.of("truncated", file -> {
                    try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        open.truncate(open.size() / 2);
                    }
                }),
                Named.of("overwritten", file -> {
                    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                        open.seek(open.length() / 2);
                        int old = open.read();
                        open.seek(open.length() / 2);
                        open.write(old ^ 1);
                    }
                }),
                Named.of("emptied", file -> Files.write(file, new byte[0])),
                Named.of("removed", Files::delete));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatIsDamagedIsMadeAnew(Damage damage) throws Exception {
        releaseWell();
        var before = new HelloRepository(registry).digests();
        for (String folder : List.of("blobs", "builds")) {
            for (Path file : cached(folder)) {
                damage.to(file);
                assertThat(builds()).as("%s", file).isTrue();
                assertThat(new HelloRepository(registry).digests()).isEqualTo(before);
                assertThat(builds()).isFalse();
            }
        }
    }

    /** Its files are those of the cache, too. */
    @Test
    void whatIsDamagedInDistIsMadeAnew() throws Exception {
        releaseWell();
        List<Path> blobs;
        try (Stream<Path> files = Files.list(work.folder().resolve("dist/oci/blobs/sha256"))) {
            blobs = files.toList();
        }
        for (Path blob : blobs) {
            byte[] content = Files.readAllBytes(blob);
            byte[] other = content.clone();
            other[other.length / 2] ^= 1;
            Files.write(blob, other);

            assertThat(release(work, entry, false).failure()).isEmpty();

            assertThat(blob).hasBinaryContent(content);
        }
    }

    @Test
    void aFileThatOnlyLooksOldIsReadAgain() throws Exception {
        releaseWell();
        Path layer = cached("blobs").getFirst();
        FileTime time = Files.getLastModifiedTime(layer);
        Files.setLastModifiedTime(layer, FileTime.from(Instant.now()));

        assertThat(builds()).isFalse();

        assertThat(Files.getLastModifiedTime(layer)).isEqualTo(time);
    }

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void anImageThatTheEngineHasFromItsCacheIsNotExportedAgain(ImageStore store) throws Exception {
        engine.close();
        engine = FakeDockerEngine.start(store);
        releaseWell();
        for (Path known : cached("builds")) {
            Files.delete(known);
        }

        assertThat(asked()).contains("POST /build").noneMatch(request -> request.endsWith("/get"));
    }

    @Test
    void twoAtOnceDoNotDisturbEachOther(@TempDir Path other) throws Exception {
        variables.put("XDG_CACHE_HOME", other.resolve("cache").toString());
        List<GitWorkspace> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(GitWorkspace.create(other.resolve("project" + i))
                    .write("Dockerfile", DOCKERFILE)
                    .write("files/page", "hello")
                    .write(".gitignore", "*\n")
                    .commit("First")
                    .tag("v1.2.3"));
        }
        for (int round = 0; round < 3; round++) {
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                List<Callable<ReleaseReport>> releases = all.stream()
                        .<Callable<ReleaseReport>>map(where -> () -> release(
                                where,
                                entry.replace(
                                        "acme/hello", "acme/" + where.folder().getFileName())))
                        .toList();
                for (Future<ReleaseReport> done : threads.invokeAll(releases)) {
                    assertThat(done.get().failure()).isEmpty();
                }
            }
        }
        assertThat(engine.requests().stream().filter("POST /build"::equals).count())
                .isLessThanOrEqualTo(3);
        assertThat(other.resolve("cache/jrelease/incoming")).isEmptyDirectory();
    }

    @Test
    void withoutAnotherFolderTheCacheIsInTheHome() throws Exception {
        variables.put("XDG_CACHE_HOME", "relative/paths/do/not/count");
        releaseWell();

        assertThat(work.folder().resolve(".cache/jrelease/blobs")).isNotEmptyDirectory();
        assertThat(work.folder().resolve("relative")).doesNotExist();
    }
}
