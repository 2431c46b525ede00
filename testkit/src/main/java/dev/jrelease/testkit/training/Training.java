package dev.jrelease.testkit.training;

import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.engine.UnixSocketRelay;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Makes the caches of a packaged jrelease from runs of its commands against fakes, so that no Docker is needed. */
public final class Training {
    private Training() {}

    /** Takes the folder of the packaged program. */
    public static void main(String[] arguments) throws Exception {
        Path program = Path.of(arguments[0]).toAbsolutePath();
        Path folder = Files.createTempDirectory("training");
        try (FakeRegistry registry = FakeRegistry.start();
                FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
                UnixSocketRelay socket = UnixSocketRelay.to(engine, folder.resolve("docker.sock"));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            PackagedProgram packaged = new PackagedProgram(program, folder, socket.host());
            List<Callable<Path>> work = TrainedCache.ALL.stream()
                    .<Callable<Path>>map(cache -> () -> {
                        String repository = registry.address() + "/acme/" + cache.name();
                        GitWorkspace project = TrainedProject.create(folder.resolve(cache.name()), repository);
                        packaged.train(cache, project.folder());
                        return project.folder();
                    })
                    .toList();
            for (Future<Path> made : threads.invokeAll(work)) {
                made.get();
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
