package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that no container starts from, started in many ways, and images that look so and are not. */
class BrokenStartTest {
    private static final byte[] MAC =
            Arrays.copyOf(new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe}, 64);
    private static final String WRONG = "ERROR /app/server is an ELF file for arm64, the image says linux/amd64";

    private final MemoryImages images = new MemoryImages();

    @Test
    void refusesEntrypointsThatLinuxDoesNotStart() throws Exception {
        assertThat(starting(MAC)).containsExactly("ERROR the entrypoint /run is a program for macOS");
        assertThat(starting("")).containsExactly("ERROR the entrypoint /run is empty");
        assertThat(starting(Arrays.copyOf(ElfFiles.segment(1, new byte[999]), 500)))
                .containsExactly("ERROR the entrypoint /run is a truncated ELF file");
        assertThat(starting("version https://git-lfs.github.com/spec/v1\n"))
                .containsExactly("ERROR the entrypoint /run is a pointer of git-lfs instead of the file");
        assertThat(starting("echo"))
                .containsExactly("ERROR the entrypoint /run is a text that does not begin with #! and the program that"
                        + " runs it");
        assertThat(starting("\ufeff#!/sh\n"))
                .containsExactly("ERROR the entrypoint /run is a text that begins with a byte order mark, which hides"
                        + " its first line");
        assertThat(starting("#!/sh\r\n"))
                .containsExactly("ERROR /run ends its first line with a carriage return, so that /sh is not found; save"
                        + " it with the line ends of Linux");
        assertThat(starting("#!/sh\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("WARNING the entrypoint /run is neither an ELF file nor a script with #!");
        assertThat(starting("\ufeff#!/sh\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("ERROR the entrypoint /run is a text in UTF-16, which no shell reads");
        assertThat(starting("#!/sh\n".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("ERROR the entrypoint /run is a text in UTF-16, which no shell reads");
        assertThat(starting(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}))
                .containsExactly("ERROR the entrypoint /run is a zip or jar archive");
        assertThat(starting(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}))
                .containsExactly("ERROR the entrypoint /run is a compressed file");
        assertThat(starting("#!/bash\n")).containsExactly("ERROR /run needs /bash, which is not in the image");
    }

    @Test
    void refusesAProgramWithoutItsLoader() throws Exception {
        assertThat(starting(ElfFiles.loadedBy("/lib64/ld-linux-x86-64.so.2")))
                .containsExactly("ERROR /run needs /lib64/ld-linux-x86-64.so.2, which is not in the image");
        assertThat(starting(ElfFiles.loadedBy("/lib/ld.so"))).isEmpty();
        LayerBuilder other = layer().file("lib/ld-other.so", 0644, ElfFiles.file(3, 183, true, true));
        assertThat(problems(config("/run"), other.file("run", 0755, ElfFiles.loadedBy("/lib/ld-other.so"))))
                .containsExactly("ERROR /lib/ld-other.so is an ELF file for arm64, the image says linux/amd64");
        LayerBuilder locked = layer().file("lib/ld-locked.so", 0644, ElfFiles.AMD64);
        assertThat(problems(config("/run"), locked.file("run", 0755, ElfFiles.loadedBy("/lib/ld-locked.so"))))
                .containsExactly("ERROR /run needs /lib/ld-locked.so, which is not executable");
        assertThat(problems(
                        config("/run"),
                        layer().file("zsh", 0600, ElfFiles.AMD64).file("run", 0755, "#!/zsh\n")))
                .containsExactly("ERROR /run needs /zsh, which is not executable");
    }

    private List<String> starting(Object content) throws InterruptedException {
        LayerBuilder layer = layer();
        return problems(
                config("/run"),
                content instanceof byte[] bytes
                        ? layer.file("run", 0755, bytes)
                        : layer.file("run", 0755, (String) content));
    }

    @ParameterizedTest
    @CsvSource({
        "/sh|-c|cd /app && ./server",
        "/sh|-c|set -e; cd /app; exec ./server --port 80",
        "/timeout|10|/app/server",
        "/lib/ld.so|/app/server",
        "/start.sh",
        "/sh|/start.sh",
        "/sh|-c|/start.sh",
        "/timeout|1|/sh|-c|exec /app/server",
    })
    void judgesWhatIsStartedIndirectly(String entrypoint) throws Exception {
        assertThat(problems(config(entrypoint.split("\\|", -1)), layer().file("app/server", 0755, ElfFiles.ARM64)))
                .containsExactly(WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec \"$(dirname \"$0\")/server\" \"$@\"",
                "exec $(dirname $0)/server",
                "exec `dirname $0`/server",
                "exec \"${0%/*}/server\"",
                "cd \"$(dirname \"$0\")\" && exec ./server",
                "DIR=$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" >/dev/null 2>&1 && pwd)\nexec \"$DIR/server\"",
                "HOME=\"$(dirname -- \"$(readlink -f \"$0\")\")\"\nexec gosu app ${HOME}/server",
                "APP=/app\nexec \"$APP/server\"",
                "export APP='/app/server'; exec $APP",
                "APP=/app\r\nPART=server\r\nexec \"$APP/$PART\"",
                "root=$(cd \"$(dirname \"$0\")/..\" && pwd -P)\nexec \"$root/app/server\"",
            })
    void judgesWhatAScriptStartsBesideIt(String script) throws Exception {
        LayerBuilder layer = layer().file("app/server", 0755, ElfFiles.ARM64)
                .file("app/run.sh", 0755, "#!/sh\n" + script + "\n")
                .link("usr/bin/run", "/app/run.sh");

        assertThat(problems(config("/app/run.sh"), layer)).containsExactly(WRONG);
        assertThat(problems(config("run"), layer)).containsExactly(WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "APP=/app\nAPP=$2\nexec $APP/server",
                "APP=/app/server $2\nexec $APP",
                "if [ -x /app/server ]; then\n  APP=/app/server\nfi\nexec $APP",
                "APP=/app/server\n[ -x /opt/server ] && APP=/opt/server\nexec $APP",
                "APP=/app/server\nfor APP in /opt/*; do :; done\nexec $APP",
                "APP=/app/server\nread -r APP < /etc/app\nexec $APP",
                "APP=/app/server\n: \"${APP:=/opt/server}\"\nexec $APP",
                "exec \"$(dirname \"$1\")/server\"",
                "$(dirname \"$0\")/server --version",
            })
    void doesNotJudgeWhatAScriptMayNotStart(String script) throws Exception {
        LayerBuilder layer =
                layer().file("app/server", 0755, ElfFiles.ARM64).file("app/run.sh", 0755, "#!/sh\n" + script + "\n");

        assertThat(problems(config("/app/run.sh"), layer)).allMatch(problem -> problem.startsWith("WARNING "));
    }

    @Test
    void judgesTheHealthCheck() throws Exception {
        ObjectNode config = config("/sh");
        config.withObject("/config/Healthcheck")
                .putArray("Test")
                .add("CMD")
                .add("/app/server")
                .add("-h");

        assertThat(problems(config, layer().file("app/server", 0755, ElfFiles.ARM64)))
                .containsExactly(WRONG);
        assertThat(problems(config, layer()))
                .containsExactly("WARNING the program of the health check, /app/server is not in the image");
    }

    @Test
    void takesAProgramForWhatItsNameSays() throws Exception {
        LayerBuilder both = layer().file("usr/local/bin/agent-amd64", 0755, ElfFiles.AMD64)
                .file("usr/local/bin/agent-arm64", 0755, ElfFiles.ARM64)
                .file("usr/bin/qemu-aarch64-static", 0755, ElfFiles.ARM64)
                .file("usr/bin/pick.sh", 0755, """
                        #!/sh
                        case $(uname -m) in
                        x86_64) exec /usr/local/bin/agent-amd64;;
                        aarch64) exec /usr/local/bin/agent-arm64;;
                        esac
                        """);

        assertThat(problems(config("/usr/local/bin/agent-amd64"), both)).isEmpty();
        assertThat(problems(config("pick.sh"), both)).isEmpty();
        assertThat(problems(config("agent-arm64"), both))
                .containsExactly(
                        "ERROR /usr/local/bin/agent-arm64 is an ELF file for arm64, the image says linux/amd64");
    }

    @Test
    void takesNoLibraryForAProgram() throws Exception {
        assertThat(problems(
                        config("/sh"), layer().file("usr/bin/plugin.so.1", 0755, ElfFiles.file(3, 183, true, true))))
                .containsExactly("WARNING /usr/bin/plugin.so.1 is an ELF file for arm64, the image says linux/amd64");
    }

    @Test
    void doesNotMissWhatAVolumeMayHold() throws Exception {
        ObjectNode config = config("/data/bin/app");
        config.withObject("/config/Volumes").putObject("/data/");

        assertThat(problems(config, layer())).isEmpty();
    }

    @Test
    void acceptsPortablePrograms() throws Exception {
        assertThat(starting("MZqFpD='\n" + "x".repeat(100) + "\0")).isEmpty();
    }

    private static LayerBuilder layer() {
        return new LayerBuilder()
                .file("sh", 0755, ElfFiles.AMD64)
                .file("timeout", 0755, ElfFiles.AMD64)
                .file("lib/ld.so", 0755, ElfFiles.file(3, 62, true, true))
                .file("start.sh", 0755, "#!/sh\nset -e\ncd /app\nexec ./server \"$@\"\n");
    }

    private List<String> problems(ObjectNode config, LayerBuilder layer) throws InterruptedException {
        return new ImageVerifier(new LayerIndex())
                        .verify(images, images.image(config, layer), Platform.of("linux", "amd64"), List.of())
                        .problems()
                        .stream()
                        .map(problem -> problem.severity() + " " + problem.message())
                        .toList();
    }

    private static ObjectNode config(String... entrypoint) {
        ObjectNode config = Json.object().put("os", "linux").put("architecture", "amd64");
        for (String word : entrypoint) {
            config.withObject("/config").withArray("Entrypoint").add(word);
        }
        return config;
    }
}
