package dev.jrelease.cli;

import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import java.util.List;

/** Everything that a release needs, in this process: an engine, a registry, and a repository with a few programs. */
record Bench(FakeRegistry registry, FakeDockerEngine engine, GitWorkspace workspace, Jrelease jrelease)
        implements AutoCloseable {
    private static final Path HELLO = Path.of("src/test/scenarios/release");

    /** A repository without a commit. */
    static Bench empty(Path folder, FakeRegistry registry) throws InterruptedException {
        FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
        GitWorkspace workspace = GitWorkspace.create(folder.resolve("work"));
        for (String target : List.of("amd64", "arm64", "armv7", "386")) {
            workspace.writeProgram("bin/" + target + "/hello", Example.program(target));
        }
        Jrelease jrelease =
                Jrelease.in(workspace).with("REGISTRY", registry.address()).with("DOCKER_HOST", engine.host());
        return new Bench(registry, engine, workspace, jrelease);
    }

    /** Two platforms and {@code latest}, at v1.2.3: {@code acme/hello} of the registry. */
    static Bench hello(Path folder, FakeRegistry registry) throws InterruptedException {
        Bench bench = empty(folder, registry);
        bench.workspace.copy(HELLO).commit("Say hello").tag("v1.2.3");
        return bench;
    }

    static Bench hello(Path folder) throws InterruptedException {
        return hello(folder, FakeRegistry.start());
    }

    /** The same with another configuration. */
    Bench configured(String yaml) throws InterruptedException {
        workspace.write(".release.yaml", yaml).commit("Configure").git("tag", "--force", "v1.2.3");
        return this;
    }

    @Override
    public void close() {
        engine.close();
        registry.close();
    }
}
