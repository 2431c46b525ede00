package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {
    private static final String DEPRECATED = "299 - \"This registry will be removed soon.\"";

    @Test
    void areShownOnceForEachTextAndHost() {
        try (FakeRegistry registry = FakeRegistry.start();
                FakeRegistry other = FakeRegistry.start();
                Bench bench = Bench.anonymous()) {
            List<String> shown = bench.warnings();
            for (FakeRegistry each : List.of(registry, registry, other)) {
                each.failNext("HEAD", "/manifests/", Fault.remark("Warning", DEPRECATED));
                each.failNext("HEAD", "/manifests/", Fault.remark("Warning", "299 - \"Your token expires in 30 s.\""));
                for (String path : new String[] {"/acme/hello", "/acme/hello", "/acme/other"}) {
                    bench.repository(each.address() + path).resolve("1.0");
                }
            }

            assertThat(shown)
                    .containsExactlyInAnyOrder(
                            registry.address() + ": This registry will be removed soon.",
                            registry.address() + ": Your token expires in 30 s.",
                            other.address() + ": This registry will be removed soon.",
                            other.address() + ": Your token expires in 30 s.");
        }
    }

    @Test
    void doNothingToATerminalOrACiSystem() {
        try (FakeRegistry registry = FakeRegistry.start();
                Bench bench = Bench.anonymous()) {
            List<String> shown = bench.warnings();
            registry.failNext("HEAD", "/manifests/", Fault.remark("Warning", "299 - \"\u001b[2Jgone ##[error]x\""));
            registry.failNext("HEAD", "/manifests/", Fault.remark("Warning", "299 - \"" + "long ".repeat(900) + "\""));
            bench.repository(registry.address() + "/acme/hello").resolve("1.0");
            bench.repository(registry.address() + "/acme/hello").resolve("1.0");

            assertThat(String.join("\n", shown)).doesNotContain("\u001b", "##[");
            assertThat(shown.getLast()).endsWith("…").hasSizeLessThan(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "299 - \"one\"                          | one",
                "299 - \"one\", 299 - \"two, three\"    | one;two, three",
                "299 - \"a \\\"quoted\\\" word\"        | a \"quoted\" word",
                "110 cache \"stale\", 299 - \"two\"     | two",
                "299 registry.example \"three\"         | three",
                "299 - \"no end                         | no end"
            })
    void areReadFromTheirHeader(String header, String texts) {
        assertThat(Warnings.texts(header)).isEqualTo(List.of(texts.split(";", -1)));
    }

    @Test
    void areNotThereWhereTheHeaderSaysNothing() {
        List<String> nothing = new ArrayList<>();
        for (String header : new String[] {"", "299", "299 -", "\"", ",,", "110 - \"stale\""}) {
            nothing.addAll(Warnings.texts(header).stream()
                    .filter(text -> !text.isEmpty())
                    .toList());
        }
        assertThat(nothing).isEmpty();
    }
}
