package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM scratch",
                "# comment\nARG X\nfrom --platform=$TARGETPLATFORM Scratch AS one\nCOPY a /a\nFROM scratch",
                "FROM scratch\nADD a.tar /\nENTRYPOINT [\"/a\"]"
            })
    void buildsFromNothingNeedNone(String dockerfile) {
        assertThat(SessionRule.isFromScratch(dockerfile)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM debian",
                "FROM scratch AS one\nFROM one",
                "FROM \\\n debian",
                "FROM $BASE",
                "FROM",
                "FROM scratch\nCOPY --from=debian /a /a",
                "FROM scratch\nRUN --mount=type=secret,id=a true",
                "# syntax=docker/dockerfile:1\nFROM scratch",
                "FROM scratch\nADD https://example.com/a /a",
                "FROM scratch\nADD git@example.com:a.git /a"
            })
    void everythingElseMay(String dockerfile) {
        assertThat(SessionRule.isFromScratch(dockerfile)).isFalse();
    }

    @Test
    void looksIntoTheDockerfileThatIsBuilt(@TempDir Path folder) throws IOException {
        Path context = new BuildContext()
                .with("plain", "FROM scratch\n")
                .with("./based", "FROM debian\n")
                .in(folder);

        assertThat(SessionRule.needsSession(build(context).dockerfile("plain").build()))
                .isFalse();
        assertThat(SessionRule.needsSession(build(context).dockerfile("based").build()))
                .isTrue();
        assertThat(SessionRule.needsSession(build(context).dockerfile("absent").build()))
                .isTrue();
    }

    @Test
    void secretsAndRemoteCachesNeedOne(@TempDir Path folder) throws IOException {
        Path context = BuildContext.of("FROM scratch\n").in(folder);

        assertThat(SessionRule.needsSession(build(context).build())).isFalse();
        assertThat(SessionRule.needsSession(
                        build(context).secrets(Map.of("a", new Secret("b"))).build()))
                .isTrue();
        assertThat(SessionRule.needsSession(
                        build(context).cacheFrom(List.of("acme/app:1")).build()))
                .isTrue();
        assertThat(SessionRule.needsSession(
                        build(context).buildArgs(Map.of("BUILDKIT_SYNTAX", "x")).build()))
                .isTrue();
    }

    private static ImageBuild.Builder build(Path context) {
        return ImageBuild.of(EngineTest.AMD64, context);
    }
}
