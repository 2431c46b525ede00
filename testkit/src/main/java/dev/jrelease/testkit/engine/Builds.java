package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The builds of a fake engine. */
final class Builds {
    private static final Set<String> NETWORK_MODES = Set.of("", "default", "none", "host");

    private final ImageStore store;
    private final Images images;
    private final Queue<EngineFault> faults;
    private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();
    private final List<String> outputs = new CopyOnWriteArrayList<>();

    Builds(ImageStore store, Images images, Queue<EngineFault> faults) {
        this.store = store;
        this.images = images;
        this.faults = faults;
    }

    int running() {
        return running.size();
    }

    List<String> outputs() {
        return List.copyOf(outputs);
    }

    void cancel(String id) {
        CountDownLatch build = running.get(id);
        if (build != null) {
            build.countDown();
        }
    }

    /** Builds; false if the connection is of no more use. */
    boolean serve(Exchange exchange) throws IOException, InterruptedException {
        if (!NETWORK_MODES.contains(exchange.parameter("networkmode"))) {
            exchange.refuse(
                    500,
                    "network mode \"" + exchange.parameter("networkmode")
                            + "\" not supported by buildkit - you can define a custom network for your builder using"
                            + " the network driver-opt in buildx create");
            return false;
        }
        if (faults.peek() instanceof EngineFault.RefusedBuild(int status, String message)) {
            faults.remove();
            exchange.refuse(status, message);
            return false;
        }
        byte[] context = exchange.body();
        outputs.add(exchange.parameter("outputs"));
        String id = exchange.parameter("buildid");
        CountDownLatch cancelled = new CountDownLatch(1);
        running.put(id, cancelled);
        try {
            OutputStream answer = exchange.stream();
            boolean whole = answer(exchange, context, new BuildTrace(answer), cancelled);
            if (whole) {
                answer.close();
            }
            return whole;
        } finally {
            running.remove(id);
        }
    }

    /** Streams the progress of the build; false if the connection breaks. */
    private boolean answer(Exchange exchange, byte[] context, BuildTrace trace, CountDownLatch cancelled)
            throws IOException, InterruptedException {
        try {
            switch (faults.peek()) {
                case EngineFault.StrangeAnswer(String text) -> {
                    faults.remove();
                    trace.raw(text);
                    return true;
                }
                case EngineFault.LostBuild() -> {
                    faults.remove();
                    trace.started("[1/1] COPY all of it");
                    return false;
                }
                case EngineFault.FailedStep(String output, String error) -> {
                    faults.remove();
                    fail(trace, output, error);
                }
                case EngineFault.Warned(String message) -> {
                    faults.remove();
                    trace.warning(message);
                }
                case null, default -> {}
            }
            trace.image(put(
                    build(exchange, Tar.read(context), trace, cancelled),
                    Output.read(exchange.parameter("outputs")),
                    exchange.parameter("t")));
        } catch (BuildRefusal refused) {
            trace.error(refused.words());
        }
        return true;
    }

    /** Gives the id of an image that is where the build wants it. */
    private String put(EngineImage built, Output output, String name) throws BuildRefusal, InterruptedException {
        EngineImage image = output.hasOciTypes() ? built.withOciTypes() : built;
        Optional<String> repository = output.pushes();
        if (repository.isPresent()) {
            if (faults.peek() instanceof EngineFault.RefusedPush(String why)) {
                faults.remove();
                throw new BuildRefusal("failed to push " + repository.get() + ": " + why);
            }
            new RegistryPush(repository.get()).push(image);
        }
        if (!output.stores()) {
            return store.id(image);
        }
        String id = images.add(image);
        if (!name.isEmpty()) {
            images.tag(id, name);
        }
        return id;
    }

    private static void fail(BuildTrace trace, String output, String error) throws IOException, BuildRefusal {
        String step = "[1/1] RUN something";
        trace.started(step);
        trace.printed(step, output);
        trace.failed(step, error);
        throw new BuildRefusal(error);
    }

    private EngineImage build(
            Exchange exchange, Map<String, byte[]> context, BuildTrace trace, CountDownLatch cancelled)
            throws IOException, BuildRefusal, InterruptedException {
        if (store != ImageStore.CONTAINERD && !exchange.parameter("outputs").isEmpty()) {
            throw new BuildRefusal("exporter \"image\" could not be found");
        }
        String path = exchange.parameter("dockerfile").isEmpty() ? "Dockerfile" : exchange.parameter("dockerfile");
        byte[] text = context.get(path);
        if (text == null) {
            throw new BuildRefusal("failed to read dockerfile: open " + path + ": no such file or directory");
        }
        Dockerfile dockerfile = Dockerfile.parse(new String(text, StandardCharsets.UTF_8));
        ImageDraft draft = new ImageDraft(exchange.parameter("platform"), object(exchange.parameter("buildargs")));
        new BuildRun(context, dockerfile, images::find, trace, cancelled)
                .run(dockerfile.target(exchange.parameter("target")), draft);
        object(exchange.parameter("labels")).forEach(draft::label);
        return draft.finish();
    }

    private static Map<String, String> object(String json) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        if (!json.isEmpty()) {
            JsonNode object = EngineImage.JSON.readTree(json);
            object.properties()
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        }
        return all;
    }
}
