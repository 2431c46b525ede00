package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry whose certificate only a file of the project makes good: {@code ca} of {@code registries}. */
@SuppressWarnings("NullAway.Init")
class AuthorityTest {
    private static final String CONFIG = """
            version: 1
            project_name: hello
            dockers:
              - platforms: [linux/amd64]
                image_templates: ["{{ .Env.REGISTRY }}/acme/one:{{ version }}"]
                extra_files: [{src: "bin/{{ arch }}/hello", dst: hello}]
            registries:
              - name: NAME
                ca: FILE
            """;

    private Bench bench;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder, FakeRegistry.builder().selfSigned().start());
        bench.workspace()
                .write("certs/company.pem", FakeRegistry.certificate())
                .write("certs/empty.pem", "no certificate\n");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Outcome release(String name, String file) throws InterruptedException {
        return bench.configured(CONFIG.replace("NAME", name).replace("FILE", file))
                .jrelease()
                .run("release");
    }

    @Test
    void makesTheCertificateOfItsRegistryGood() throws Exception {
        Outcome released = release(bench.registry().address(), "certs/company.pem");

        assertThat(released.code()).as(released.toString()).isZero();
        assertThat(bench.registry().tagWrites()).containsExactly("acme/one:1.2.3");
    }

    @Test
    void makesNoOtherCertificateGood() throws Exception {
        Outcome refused = release("registry.invalid", "certs/company.pem");

        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(refused.err()).contains("certificate");
        assertThat(bench.registry().tagWrites()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"certs/missing.pem", "certs/empty.pem", "../outside.pem", "/etc/ssl/certs/ca-certificates.crt"})
    void hasToBeAFileOfTheProjectWithCertificates(String file) throws Exception {
        Outcome refused = release(bench.registry().address(), file);

        assertThat(refused.code()).as(refused.toString()).isNotZero();
        assertThat(refused.err()).contains("jrelease: .release.yaml:9:9: could not ");
        assertThat(refused.err()).doesNotContain("jrelease: .release.yaml:9:9: could not push");
    }
}
