package dev.jrelease.pipes.builds;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import dev.jrelease.config.bind.LazilyBound;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * An entry of {@code builds}, in GoReleaser's form.
 *
 * <pre>{@code
 * builds:
 *   - id: server                        # runs ./mvnw or mvn
 *     builder: maven
 *     args: [clean, verify]
 *   - id: tool                          # runs a command for each platform
 *     builder: command
 *     targets: [linux_amd64, linux_arm64]
 *     env: ["GOOS={{ .Os }}", "GOARCH={{ .Arch }}"]
 *     cmd: go build -o {{ .Path }} ./cmd/tool
 *   - id: hello                         # takes programs that exist
 *     builder: prebuilt
 *     targets: [linux_amd64, linux_arm64]
 *     prebuilt:
 *       path: "out/hello_{{ .Os }}_{{ .Target }}"
 * }</pre>
 *
 * @param binary not used for builders that are not run here; so are {@code dir} and {@code env}
 */
@IgnoresOtherKeys({
    "asmflags",
    "buildmode",
    "command",
    "flags",
    "gcflags",
    "go386",
    "goarm64",
    "gobinary",
    "gomips",
    "goppc64",
    "goriscv64",
    "hooks",
    "ldflags",
    "main",
    "mod_timestamp",
    "no_main_check",
    "no_unique_dist_dir",
    "overrides",
    "tags",
    "tool"
})
public record BuildConfig(
        Location location,

        @Description("The name of the entry for ids of other entries; the default is the name of the project.")
        @Example("hello")
        Optional<Located<String>> id,

        @Description("What builds the programs: maven, gradle, command, or prebuilt, which takes existing programs."
                + " Others are GoReleaser's, and are not run.")
        @Default("go")
        @Example({"maven", "gradle", "command", "prebuilt"})
        Optional<Located<String>> builder,

        @Description(
                "The name of the program in the build context of an image. A program of maven or gradle is a folder"
                        + " with this name, and its jar has this name, too.")
        @Default("'{{ .ProjectName }}'")
        @Example("hello")
        Optional<LazilyBound<Template>> binary,

        @Description("The operating systems of the programs, with Go's names.")
        @Default("[linux, darwin, windows]")
        @Example("[linux]")
        @OneOrMany
        List<Located<String>> goos,

        @Description("The architectures of the programs, with Go's names.")
        @Default("[386, amd64, arm64]")
        @Example("[amd64, arm64, arm]")
        @OneOrMany
        List<Located<String>> goarch,

        @Description("The versions of arm of the programs.") @Default("[6]") @Example("[6, 7]") @OneOrMany
        List<Located<String>> goarm,

        @Description("The levels of amd64 of the programs.") @Default("[v1]") @Example("[v1, v3]") @OneOrMany
        List<Located<String>> goamd64,

        @Description("Platforms of the lists without a program.") @Example("[{goos: windows, goarch: arm64}]")
        List<Ignored> ignore,

        @Description("The platforms of the programs as one list: os_architecture, with a variant as in"
                + " linux_arm_7, or go_first_class. It replaces goos, goarch, goarm, goamd64 and ignore.")
        @Example("[linux_amd64, linux_arm64, linux_arm_7]")
        @OneOrMany
        List<Located<String>> targets,

        @Description("Whether it makes no programs.") @Default("false") @Example("true")
        Optional<Condition> skip,

        @Description("The place of the programs, for the builder prebuilt.")
        @Example("{path: 'out/hello_{{ .Os }}_{{ .Target }}'}")
        Optional<Prebuilt> prebuilt,

        @Description("The tasks and options of maven or gradle. The default is clean package, for gradle clean build.")
        @Example("[clean, package, -DskipTests]")
        @OneOrMany
        List<Template> args,

        @Description("The command of the builder command, with quotes as in a shell. It runs without a shell, once for"
                + " each platform. Its template knows the names of prebuilt.path, and {{ .Path }}, the place of the"
                + " program.")
        @Example("go build -o {{ .Path }} ./cmd/hello")
        Optional<Template> cmd,

        @Description("The shell that runs the command.") @Example("bash")
        Optional<Template> shell,

        @Description("The folder of the build, from the project's folder.") @Example("server")
        Optional<LazilyBound<Template>> dir,

        @Description("Variables for the build, as a list of NAME=value, beside those of the environment.")
        @Example("[\"GOOS={{ .Os }}\"]")
        Optional<LazilyBound<List<Template>>> env,

        @Description("What to take of a build, from its folder: a jar, the folder of a module, another folder, or a"
                + " pattern; the default is its only program. For command: the program, where it is not written to"
                + " {{ .Path }}.")
        @Example({"server", "target/hello-*.jar"})
        Optional<Template> artifact) {

    /** Go's default levels of architectures. */
    static final String ARM64 = "v8.0";

    static final String I386 = "sse2";
    static final String MIPS = "hardfloat";
    static final String PPC64 = "power8";
    static final String RISCV64 = "rva20u64";

    public BuildConfig {
        goos = List.copyOf(goos);
        goarch = List.copyOf(goarch);
        goarm = List.copyOf(goarm);
        goamd64 = List.copyOf(goamd64);
        ignore = List.copyOf(ignore);
        targets = List.copyOf(targets);
        args = List.copyOf(args);
    }

    /** The place of the programs. */
    public record Prebuilt(
            Location location,

            @Description(
                    "The program of a platform, from the project's folder. Its template also knows {{ .Ext }}, .exe on"
                            + " windows, and {{ .Arm64 }}, {{ .I386 }}, {{ .Mips }}, {{ .Ppc64 }}, {{ .Riscv64 }}, each the"
                            + " default level of its architecture and empty for others.")
            @Example("'out/hello_{{ .Os }}_{{ .Target }}'")
            @Required
            Template path) {}

    /** A platform of the lists without a program. */
    public record Ignored(
            @Description("The operating system; without it, every one.") @Example("windows")
            Optional<String> goos,

            @Description("The architecture; without it, every one.") @Example("arm")
            Optional<String> goarch,

            @Description("The version of arm; without it, every one.") @Example("6")
            Optional<String> goarm,

            @Description("The level of amd64; without it, every one.") @Example("v3")
            Optional<String> goamd64,

            @Description("The kind of 386; without it, every one.") @Example("softfloat")
            Optional<String> go386,

            @Description("The version of arm64; without it, every one.") @Example("v9.0")
            Optional<String> goarm64,

            @Description("The kind of mips; without it, every one.") @Example("softfloat")
            Optional<String> gomips,

            @Description("The level of ppc64; without it, every one.") @Example("power9")
            Optional<String> goppc64,

            @Description("The level of riscv64; without it, every one.") @Example("rva22u64")
            Optional<String> goriscv64) {

        /** Whether it means this platform, with Go's defaults for levels that the platform does not state. */
        boolean means(Platform platform) {
            String architecture = platform.architecture();
            String variant = platform.variant();
            return agrees(goos, platform.os())
                    && agrees(goarch, architecture)
                    && agrees(goarm.map("v"::concat), architecture.equals("arm") ? variant : "")
                    && agrees(goamd64, architecture.equals("amd64") ? variant.isEmpty() ? "v1" : variant : "")
                    && agrees(go386, architecture.equals("386") ? I386 : "")
                    && agrees(goarm64, architecture.equals("arm64") ? ARM64 : "")
                    && agrees(gomips, architecture.startsWith("mips") ? MIPS : "")
                    && agrees(goppc64, architecture.startsWith("ppc64") ? PPC64 : "")
                    && agrees(goriscv64, architecture.equals("riscv64") ? RISCV64 : "");
        }

        private static boolean agrees(Optional<String> said, String value) {
            return said.isEmpty() || said.get().equals(value);
        }
    }
}
