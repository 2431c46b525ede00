package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context with the files app, bin/amd64/app, files/etc/page, and folders/page, where only files has entries of folders. */
class TimestampRuleTest {
    private final Path folder;

    TimestampRuleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private boolean needsRewriting(String dockerfile) throws IOException {
        Path context = folder.resolve("context.tar");
        try (OutputStream file = Files.newOutputStream(context);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
            for (String path : new String[] {
                "Dockerfile", "app", "bin/amd64/app", "files/", "files/etc/", "files/etc/page", "folders/page"
            }) {
                byte[] content = (path.equals("Dockerfile") ? dockerfile : "").getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(path);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return TimestampRule.needsRewriting(ImageBuild.of(EngineTest.AMD64, context)
                .buildArgs(Map.of("NAME", "app"))
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM scratch\nCOPY app /app\n",
                "FROM scratch\nCOPY app /\nENTRYPOINT [\"/app\"]\nUSER 1\n",
                "FROM scratch\nCOPY app .\nCOPY --chmod=755 app ./other\n",
                "FROM scratch\nARG TARGETARCH\nCOPY bin/${TARGETARCH}/app /app\nCOPY app /other\n",
                "FROM scratch\nARG NAME\nCOPY $NAME /app\n",
                "FROM scratch\nCOPY files/ /\n",
                "FROM scratch\nCOPY files /files\nLABEL a=b\n",
                "FROM scratch\nENTRYPOINT [\"/nothing\"]\n"
            })
    void filesInTheRootHaveTheTimeOfTheirContext(String dockerfile) throws IOException {
        assertThat(needsRewriting(dockerfile)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM scratch\nCOPY app /usr/bin/app\n",
                "FROM scratch\nCOPY app /opt/\n",
                "FROM scratch\nCOPY app bin/\n",
                "FROM scratch\nARG NAME\nCOPY app /$NAME\n",
                "FROM scratch\nCOPY app app /other\n",
                "FROM scratch\nWORKDIR /work\nCOPY app .\n",
                "FROM scratch\nCOPY app /app\nRUN true\n",
                "FROM scratch\nADD app /app\n",
                "FROM scratch\nCOPY --from=other app /app\n",
                "FROM scratch\nCOPY --link app /app\n",
                "FROM scratch\nCOPY a* /\n",
                "FROM scratch\nCOPY <<END /app\nEND\n",
                "FROM scratch\nCOPY files/ /\nCOPY app /etc\n",
                "FROM scratch\nCOPY files/ /\nCOPY files/ /\n",
                "FROM scratch\nCOPY folders /folders\n",
                "FROM scratch\nCOPY . /\n",
                "FROM scratch\nCOPY bin /\n",
                "FROM scratch AS other\nFROM scratch\nCOPY app /app\n",
                "FROM base\nCOPY app /app\n",
                "# syntax=example.com/other\nFROM scratch\nCOPY app /app\n",
                "FROM scratch\nONBUILD COPY app /app\n",
                "FROM scratch\nVOLUME /data\nCOPY app /app\n"
            })
    void anythingElseMayHaveATimeOfItsOwn(String dockerfile) throws IOException {
        assertThat(needsRewriting(dockerfile)).isTrue();
    }
}
