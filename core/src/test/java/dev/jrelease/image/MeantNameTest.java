package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeantNameTest {

    @ParameterizedTest
    @CsvSource({
        "https://ghcr.io/acme/hello:1.0, ghcr.io/acme/hello:1.0",
        "HTTP://localhost:5000/acme/hello/, localhost:5000/acme/hello",
        "docker://acme/hello, acme/hello",
        "https://hub.docker.com/r/acme/hello, docker.io/acme/hello",
        "https://hub.docker.com/_/alpine, docker.io/library/alpine",
        "https://{{ .Env.REGISTRY }}/acme/hello, {{ .Env.REGISTRY }}/acme/hello",
        "https://ghcr.io/Acme/hello, ghcr.io/acme/hello",
        "Web, web",
        "ghcr.io/Acme/Hello:V1, ghcr.io/acme/hello:V1",
        "acme/hello:{ .Version }, acme/hello:{{ .Version }}",
        "acme/hello:{.Tag}-amd64, acme/hello:{{ .Tag }}-amd64",
        "acme/hello:${VERSION}, acme/hello:{{ .Version }}",
        "$REGISTRY/acme/hello:$TAG, {{ .Env.REGISTRY }}/acme/hello:{{ .Tag }}",
        "acme/hello:{{ .Version }}-$ARCH, acme/hello:{{ .Version }}-{{ .Env.ARCH }}",
    })
    void isAnImageWithoutWhatNoNameHas(String written, String meant) {
        assertThat(MeantName.hint(written)).hasValue("write " + meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io/acme/hello", "https://", "{{ .Env.URL }}://x", "{{ .Env.NAME }}", "acme/Hello_-x"})
    void isNotGuessed(String written) {
        assertThat(MeantName.hint(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://ghcr.io, ghcr.io",
        "http://localhost:5000/, localhost:5000",
        "oci://ghcr.io/acme, ghcr.io/acme",
        "acme, docker.io/acme",
    })
    void isARegistry(String written, String meant) {
        assertThat(MeantName.hintOfRegistry(written)).hasValue("write " + meant);
    }
}
