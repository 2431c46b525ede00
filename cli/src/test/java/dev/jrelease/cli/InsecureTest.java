package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code insecure} holds for the registries of its entry, and for nothing else. */
@SuppressWarnings("NullAway.Init")
class InsecureTest {
    private static final String CONFIG = """
            version: 1
            project_name: hello
            dockers:
              - platforms: [linux/amd64]
                extra_files: [{src: "bin/{{ arch }}/hello", dst: hello}]
                image_templates: ["{{ .Env.REGISTRY }}/acme/one:{{ version }}-{{ arch }}"]
              - platforms: [linux/arm64]
                extra_files: [{src: "bin/{{ arch }}/hello", dst: hello}]
                image_templates: ["{{ .Env.OTHER }}/acme/two:{{ version }}-{{ arch }}"]
            docker_manifests:
              - name_template: "{{ .Env.REGISTRY }}/acme/one:{{ version }}"
                image_templates: ["{{ .Env.REGISTRY }}/acme/one:{{ version }}-amd64"]
                push_flags: [FLAGS_OF_ONE]
              - name_template: "{{ .Env.OTHER }}/acme/two:{{ version }}"
                image_templates: ["{{ .Env.OTHER }}/acme/two:{{ version }}-arm64"]
                create_flags: [FLAGS_OF_TWO]
            """;

    private final FakeRegistry other = FakeRegistry.builder().selfSigned().start();
    private Bench bench;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder, FakeRegistry.builder().selfSigned().start());
    }

    @AfterEach
    void close() {
        bench.close();
        other.close();
    }

    private Outcome release(String one, String two) throws InterruptedException {
        return bench.configured(CONFIG.replace("FLAGS_OF_ONE", one).replace("FLAGS_OF_TWO", two))
                .jrelease()
                .with("OTHER", other.address())
                .run("release");
    }

    @Test
    void acceptsCertificatesThatNobodyTrustsWhereItIsAskedTo() throws Exception {
        Outcome released = release("--insecure", "--amend, --insecure");

        assertThat(released.code()).as(released.toString()).isZero();
        assertThat(bench.registry().tagWrites()).containsExactly("acme/one:1.2.3-amd64", "acme/one:1.2.3");
        assertThat(other.tagWrites()).containsExactly("acme/two:1.2.3-arm64", "acme/two:1.2.3");
    }

    @Test
    void doesNotCoverTheRegistryOfAnotherEntry() throws Exception {
        Outcome refused = release("--insecure", "--insecure=false");

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(refused.err())
                .contains(other.address())
                .contains("certificate")
                .contains("insecure");
        assertThat(refused.err())
                .doesNotContain("could not push to " + bench.registry().address());
        assertThat(bench.registry().tagWrites()).isEmpty();
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void sendsNothingToAServerThatIsNotTrusted() throws Exception {
        Outcome refused = release("", "");

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(bench.registry().requests()).isEmpty();
        assertThat(other.requests()).isEmpty();
        assertThat(bench.engine().requests()).noneMatch(request -> request.startsWith("POST /build"));
    }
}
