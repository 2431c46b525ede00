package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * What a container of an image does.
 *
 * @param image its repository
 * @param text what it prints, or answers
 * @param serves whether it is a server, which answers at /hello
 * @param platforms on which it is tried
 */
record Started(String image, String text, boolean serves, List<String> platforms) {
    private static final int PORT = 8080;

    Started {
        platforms = List.copyOf(platforms);
    }

    /** Prints something, and ends. */
    static Started prints(String image, String text) {
        return new Started(image, text, false, List.of("linux/amd64"));
    }

    /** Answers requests. */
    static Started answers(String image, String text) {
        return new Started(image, text, true, List.of("linux/amd64"));
    }

    /** The same, on the platform that this machine emulates, too. */
    Started everywhere() {
        return new Started(image, text, serves, List.of("linux/amd64", "linux/arm64"));
    }

    /** Starts containers of one of these images. */
    void verify(List<String> references) throws IOException, InterruptedException {
        String reference = references.stream()
                .filter(served -> served.contains("/" + image + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + image + " in " + references));
        List<String> heard = new ArrayList<>();
        for (String platform : platforms) {
            try {
                heard.add(serves ? answer(reference) : printed(reference, platform));
            } finally {
                Tool.run("docker", "image", "rm", "--force", reference);
            }
        }
        assertThat(heard).allSatisfy(said -> assertThat(said.lines()).contains(text));
    }

    private static String printed(String reference, String platform) throws IOException, InterruptedException {
        return Tool.run("docker", "run", "--rm", "--pull", "always", "--platform", platform, reference);
    }

    private static String answer(String reference) throws IOException, InterruptedException {
        try (GenericContainer<?> container = new GenericContainer<>(reference);
                HttpClient client = HttpClient.newHttpClient()) {
            container.withExposedPorts(PORT).waitingFor(Wait.forHttp("/hello")).start();
            URI address = URI.create("http://localhost:" + container.getMappedPort(PORT) + "/hello");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
