package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a fake engine answers to which request. */
record Routes(
        ImageStore store,
        String apiVersion,
        String headers,
        Images images,
        Builds builds,
        Pushes pushes,
        Queue<EngineFault> faults) {
    private static final Pattern IMAGE = Pattern.compile("/images/(.+?)(/json|/get|/tag|/push)?");

    /** Answers one request; false if the connection is of no more use. */
    boolean serve(Exchange exchange, InputStream in) throws IOException, InterruptedException {
        switch (exchange.method() + " " + exchange.path()) {
            case "GET /_ping" -> ping(exchange);
            case "GET /version" -> exchange.answer(200, version());
            case "GET /info" -> exchange.answer(200, info());
            case "GET /images/json" -> exchange.answer(200, images.list());
            case "POST /build" -> {
                return builds.serve(exchange);
            }
            case "POST /build/cancel" -> {
                builds.cancel(exchange.parameter("id"));
                exchange.answer(200, "text/plain", new byte[0], "");
            }
            case "POST /session" -> {
                exchange.upgrade();
                in.transferTo(OutputStream.nullOutputStream());
                return false;
            }
            default -> {
                return image(exchange);
            }
        }
        return true;
    }

    private void ping(Exchange exchange) throws IOException {
        String own = "Api-Version: " + apiVersion + "\r\nOstype: linux\r\nServer: Docker/fake (linux)\r\n";
        exchange.answer(200, "text/plain", "OK".getBytes(StandardCharsets.UTF_8), headers.isEmpty() ? own : headers);
    }

    private ObjectNode version() {
        return EngineImage.JSON
                .createObjectNode()
                .put("Version", "0.0.0-fake")
                .put("ApiVersion", apiVersion)
                .put("MinAPIVersion", "1.24")
                .put("Os", "linux")
                .put("Arch", "amd64");
    }

    private ObjectNode info() {
        ObjectNode info = EngineImage.JSON.createObjectNode();
        if (store == ImageStore.CONTAINERD) {
            info.putArray("DriverStatus").addArray().add("driver-type").add("io.containerd.snapshotter.v1");
        }
        return info;
    }

    private boolean image(Exchange exchange) throws IOException, InterruptedException {
        Matcher path = IMAGE.matcher(exchange.path());
        if (!path.matches()) {
            exchange.refuse(404, "page not found");
            return true;
        }
        String id = path.group(1);
        switch (exchange.method() + " " + Optional.ofNullable(path.group(2)).orElse("")) {
            case "GET /get" -> {
                return export(exchange, id);
            }
            case "POST /tag" -> tag(exchange, id);
            case "POST /push" -> pushes.serve(exchange, id);
            case "GET /json" -> answer(exchange, images.inspect(id), id);
            case "DELETE " ->
                answer(
                        exchange,
                        images.remove(id) ? Optional.of(EngineImage.JSON.createObjectNode()) : Optional.empty(),
                        id);
            default -> exchange.refuse(404, "page not found");
        }
        return true;
    }

    private static void answer(Exchange exchange, Optional<ObjectNode> found, String id) throws IOException {
        if (found.isPresent()) {
            exchange.answer(200, found.get());
        } else {
            exchange.refuse(404, "No such image: " + id);
        }
    }

    private void tag(Exchange exchange, String id) throws IOException {
        if (images.tag(id, exchange.parameter("repo") + ":" + exchange.parameter("tag"))) {
            exchange.answer(201, "text/plain", new byte[0], "");
        } else {
            exchange.refuse(404, "No such image: " + id);
        }
    }

    private boolean export(Exchange exchange, String id) throws IOException {
        if (faults.peek() instanceof EngineFault.RemovedImage) {
            faults.remove();
            images.remove(id);
        }
        if (faults.peek() instanceof EngineFault.RefusedExport(int status, String message)) {
            faults.remove();
            exchange.refuse(status, message);
            return true;
        }
        Optional<byte[]> archive = images.archive(id);
        if (archive.isEmpty()) {
            exchange.refuse(404, "No such image: " + id);
            return true;
        }
        OutputStream answer = exchange.stream();
        switch (faults.peek()) {
            case EngineFault.LostExport(int bytes) -> {
                faults.remove();
                answer.write(Arrays.copyOf(archive.get(), bytes));
                return false;
            }
            case EngineFault.CutExport(int bytes) -> {
                faults.remove();
                answer.write(Arrays.copyOf(archive.get(), bytes));
            }
            case null, default -> answer.write(archive.get());
        }
        answer.close();
        return true;
    }
}
