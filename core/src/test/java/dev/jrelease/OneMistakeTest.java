package dev.jrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problem;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake in a file without others gives one problem, with what was meant. */
class OneMistakeTest {
    private static final String FILE = """
            version: 1
            env:
              - OWNER=acme
            dockers:
              - goarch: amd64
                build_flag_templates: [--platform=linux/amd64]
                image_templates: ["acme/x:{{ .Version }}-amd64"]
              - goarch: arm64
                build_flag_templates: [--platform=linux/arm64]
                image_templates: ["acme/x:{{ .Version }}-arm64"]
              - platforms: [linux/amd64, linux/arm/v6]
                dockerfile: Dockerfile
                images: [acme/y]
                tags: [latest]
                build_args: {A: b}
                verify_platform: true
            docker_manifests:
              - name_template: acme/x:{{ .Version }}
                image_templates: ["acme/x:{{ .Version }}-amd64", "acme/x:{{ .Version }}-arm64"]
              - name_template: acme/x:latest
                image_templates: ["acme/x:{{ .Version }}-amd64", "acme/x:{{ .Version }}-arm64"]
            """;

    private static List<String> problems(String yaml) {
        Environment environment = new Environment(Map.of(), Path.of("/home"), Path.of("/none"));
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            return releaser.check(ConfigFile.of("f", yaml)).problems().list().stream()
                    .map(Problem::toString)
                    .toList();
        }
    }

    @Test
    void theFileHasNone() {
        assertThat(problems(FILE)).isEmpty();
    }

    /** The first text is replaced once; ⏎ stands for a line break. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    image_templates:           => image_template:            => 7:5: unknown key 'image_template' (did you mean image_templates?)
                    images:                    => image:                     => 13:5: unknown key 'image' (did you mean images?)
                    acme/x:latest⏎    image_templates: => acme/x:latest⏎    images: => 21:5: unknown key 'images' (did you mean image_templates?)
                    name_template: acme/x:{{   => name: acme/x:{{            => 18:5: unknown key 'name' (did you mean name_template?)
                    -arm64"]                   => -amd64"]                   => 10:24: two images have the name acme/x:1.2.3-amd64: {{ .ProjectName }} linux/amd64 and {{ .ProjectName }} linux/arm64 (add {{ target }} to the tag: it is amd64 and arm64)
                    -arm64"]⏎  - name          => -amr64"]⏎  - name          => 19:55: no entry of dockers produces acme/x:1.2.3-amr64 (did you mean acme/x:1.2.3-arm64?)
                    "acme/x:{{ .Version }}-amd64", => "acme/x:{{ .Version }}-adm64", => 19:24: no entry of dockers produces acme/x:1.2.3-adm64 (did you mean acme/x:1.2.3-amd64?)
                    --platform=linux/arm64     => --platform=linux/amd64     => 9:28: --platform=linux/amd64 contradicts goarch, which means linux/arm64 (write --platform=linux/arm64, or goarch: amd64)
                    --platform=linux/amd64     => --platform=windows/amd64   => 6:28: --platform=windows/amd64 contradicts goarch, which means linux/amd64 (write --platform=linux/amd64, or goos: windows)
                    goarch: arm64              => goarch: arm46              => 8:13: unknown architecture 'arm46' (did you mean arm64?)
                    linux/amd64, linux         => amd64, linux               => 11:17: 'amd64' is not a platform (did you mean linux/amd64?)
                    --platform=linux/arm64     => --platform=linux/arm/v7    => 9:28: --platform=linux/arm/v7 contradicts goarch, which means linux/arm64 (write --platform=linux/arm64, or goarch: arm and goarm: 7)
                    - goarch: amd64            => - goos: darwin⏎    goarch: amd64 => 7:28: --platform=linux/amd64 contradicts goarch, which means darwin/amd64 (write --platform=darwin/amd64, or goos: linux)
                    [--platform=linux/amd64]   => [--pul, --platform=linux/amd64] => 6:28: unknown flag --pul (did you mean --pull?)
                    linux/arm/v6               => linux/amd                  => 11:30: 'linux/amd' is not a known platform (did you mean linux/amd64?)
                    linux/arm/v6               => linux/arm32                => 11:30: 'linux/arm32' is not a known platform (did you mean linux/arm?)
                    linux/amd64, linux         => linx/amd64, linux          => 11:17: 'linx/amd64' is not a known platform (did you mean linux/amd64?)
                    linux/arm/v6               => linux/amd64                => 11:30: warning: platforms names linux/amd64 twice (remove one of them)
                    linux/arm/v6               => linux/amd64/v1             => 11:30: warning: platforms names linux/amd64/v1 twice, as linux/amd64 (remove one of them)
                    linux/arm/v6               => linux/arm, linux/arm/v7    => 11:41: warning: platforms names linux/arm/v7 twice, as linux/arm (remove one of them)
                    [acme/y]                   => [https://acme.io/y]        => 13:14: 'https://acme.io/y' is not an image reference: 'https:' is not a registry's host (write acme.io/y)
                    [acme/y]                   => [Acme]                     => 13:14: 'Acme' is not an image reference: its repository 'Acme' must be lower case (write acme)
                    [acme/y]                   => ["Acme/{{ .Env.X }}-Y"]    => 13:15: 'Acme/{{ .Env.X }}-Y:latest' is not an image reference: its repository '{{ .Env.X }}-Y' must be lower case (write acme/{{ .Env.X }}-y)
                    [linux/amd64, linux/arm/v6] => [linux/amd64; linux/arm/v6] => 11:17: 'linux/amd64; linux/arm/v6' is not a platform (write each platform as an item of its own: linux/amd64, linux/arm/v6)
                    [linux/amd64, linux/arm/v6] => (linux/amd64, linux/arm/v6) => 11:16: 'platforms' needs a list, but this is a single value (use [linux/amd64, linux/arm/v6])
                    [linux/amd64, linux/arm/v6] => [linux/amd64, linux/arm/v9] => 11:30: unknown variant of arm 'v9' (known are v5, v6, v7, v8)
                    - OWNER=acme               => - OWNER: {{ .Env.X }}      => 3:5: 'env' needs text, but this is a mapping (write OWNER=VALUE)
                    - OWNER=acme               => - "A=b"⏎  -OWNER=acme     => 4:3: this is not YAML: a space is missing after - (write - OWNER=acme)
                    [latest]                   => ["a" "b"]                  => 14:16: this is not YAML: a comma is missing before this (write , between the items)
                    dockerfile: Dockerfile     => extra_files: [{dst: x}]    => 12:19: 'src' is missing
                    dockerfile: Dockerfile     => extra_files: [{source: x}] => 12:20: unknown key 'source' (did you mean src?)
                    dockerfile: Dockerfile     => dockerfile Dockerfile      => 12:5: this is not YAML: a colon is missing after a key (write dockerfile: Dockerfile)
                    dockerfile: Dockerfile     => dockerfile "Dockerfile"    => 12:5: this is not YAML: a colon is missing after a key (write dockerfile: "Dockerfile")
                    [latest]                   => [v{{ .Version }}]          => 14:12: this is not YAML: a value in brackets cannot contain {{ unless in quotes (quote the value)
                    [latest]                   => ["{ .Version }"]           => 14:13: 'acme/y:{ .Version }' is not an image reference: its tag '{ .Version }' may hold only letters, digits, '_', '.' and '-', and not begin with the last two (write {{ .Version }})
                    [latest]                   => [$VERSION]                 => 14:12: 'acme/y:$VERSION' is not an image reference: its tag '$VERSION' may hold only letters, digits, '_', '.' and '-', and not begin with the last two (write {{ .Version }})
                    linux/arm/v6               => arm64/linux                => 11:30: 'arm64/linux' is not a known platform (did you mean linux/arm64?)
                    linux/arm/v6               => linux/armv7                => 11:30: 'linux/armv7' is not a known platform (did you mean linux/arm/v7?)
                    linux/arm/v6               => linux-x86_64               => 11:30: 'linux-x86_64' is not a platform (did you mean linux/amd64?)
                    linux/arm/v6               => linux/arm/v66              => 11:30: unknown variant of arm 'v66' (did you mean v6?)
                    linux/amd64, linux         => linux/amd64 linux          => 11:17: 'linux/amd64 linux/arm/v6' is not a platform (write each platform as an item of its own: linux/amd64, linux/arm/v6)
                    [--platform=linux/amd64]   => --pull --quiet             => 6:27: 'build_flag_templates' needs a list, but this is a single value (use [--pull, --quiet])
                    [latest]                   => "{{ .Tag }}"               => 14:11: 'tags' needs a list, but this is a single value (use ["{{ .Tag }}"])
                    [acme/y]                   => ⏎      - x⏎    labels: [A=b c] => 15:13: 'labels' needs keys and values, but this is a list (write A: "b c")
                    {A: b}                     => A                          => 15:17: 'build_args' needs keys and values, but this is a single value (write each as KEY: value, in a line of its own)
                    {A: b}                     => [A]                        => 15:17: 'build_args' needs keys and values, but this is a list (write each as KEY: value, without -)
                    dockerfile: Dockerfile     => dockerfile: [Dockerfile]   => 12:17: 'dockerfile' needs text, but this is a list (write dockerfile: Dockerfile)
                    OWNER=acme                 => OWNER: acme                => 3:5: 'env' needs text, but this is a mapping (write OWNER=acme)
                    [--platform=linux/amd64]   => ⏎      - --build-arg=A: b  => 7:9: 'build_flag_templates' needs text, but this is a mapping (quote a text that contains ': ')
                    verify_platform: true      => verify_platform: ture      => 16:22: 'verify_platform' needs true or false, but this is 'ture' (did you mean true?)
                    version: 1                 => version: 3                 => 1:10: version 3 of the file format is not known (use version: 2 in a file of GoReleaser's, else 1)
                    """)
    void hasOneProblem(String right, String wrong, String expected) {
        String found = right.replace('⏎', '\n');
        assertThat(FILE).contains(found);

        int at = FILE.indexOf(found);
        String file = FILE.substring(0, at) + wrong.replace('⏎', '\n') + FILE.substring(at + found.length());

        assertThat(problems(file)).containsExactly("f:" + expected);
    }

    private static final String PROGRAMS = """
            builds:
              - id: x
                builder: prebuilt
                prebuilt:
                  path: "out/{{ .Os }}_{{ .Target }}"
                targets: [linux_amd64, linux_arm64]
              - id: y
                builder: prebuilt
                prebuilt: {path: out/y}
                goos: [linux]
                goarch: [amd64, arm64]
            dockers:
              - ids: [x, y]
                platforms: [linux/amd64, linux/arm64]
                images: [acme/y]
            registries:
              - name: ghcr.io
            """;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    prebuilt:⏎      path: "out/{{ .Os }}_{{ .Target }}" => binary: x => 2:5: builder prebuilt without prebuilt.path (set prebuilt.path to the path of the programs)
                    {path: out/y}              => out/y                      => 9:15: 'prebuilt' needs keys and values, but this is a single value (write {path: out/y})
                    {path: out/y}              => {file: out/y}              => 9:16: unknown key 'file' (did you mean path?)
                    builder: prebuilt          => builder: prebuit           => 3:14: unknown builder 'prebuit' (did you mean prebuilt?)
                    builder: prebuilt          => builder: command           => 2:5: builder command without cmd (set cmd to the command that builds)
                    builder: prebuilt          => buidler: prebuilt          => 3:5: unknown key 'buidler' (did you mean builder?)
                    linux_arm64                => linux_arm46                => 6:28: 'linux_arm46' is not a known target (did you mean linux_arm64?)
                    linux_arm64                => linux_armv7                => 6:28: 'linux_armv7' is not a known target (did you mean linux_arm_7?)
                    linux_arm64                => linux/arm64                => 6:28: 'linux/arm64' is not a known target (did you mean linux_arm64?)
                    [amd64, arm64]             => [amd64, arm46]             => 11:21: unknown architecture 'arm46' (did you mean arm64?)
                    goos: [linux]              => goos: [linx]               => 10:12: unknown operating system 'linx' (did you mean linux?)
                    goarch:                    => goarhc:                    => 11:5: unknown key 'goarhc' (did you mean goarch?)
                    name:                      => registry:                  => 17:5: unknown key 'registry' (did you mean name?)
                    """)
    void aMistakeInAProgramIsOneProblem(String right, String wrong, String expected) {
        String found = right.replace('⏎', '\n');
        assertThat(problems(PROGRAMS)).isEmpty();
        assertThat(PROGRAMS).contains(found);

        String file = PROGRAMS.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(wrong));

        assertThat(problems(file)).containsExactly("f:" + expected);
    }

    private static final String MATRIX = """
            dockers:
              - matrix:
                  java: [21, 25]
                  base: [alpine, debian]
                platforms: [linux/amd64, linux/arm64]
                dockerfile: "{{ matrix.base }}.Dockerfile"
                image_templates: ["acme/x:{{ version }}-{{ matrix.java }}-{{ matrix.base }}-{{ arch }}"]
            docker_manifests:
              - matrix:
                  java: [21, 25]
                  base: [alpine, debian]
                name_template: "acme/x:{{ version }}-{{ matrix.java }}-{{ matrix.base }}"
                image_templates:
                  - "acme/x:{{ version }}-{{ matrix.java }}-{{ matrix.base }}-amd64"
                  - "acme/x:{{ version }}-{{ matrix.java }}-{{ matrix.base }}-arm64"
            """;

    /** The sign ∅ stands for no text. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\u0001', textBlock = """
                    -{{ arch }}                => ∅                          => 7:24: two images have the name acme/x:1.2.3-21-alpine: {{ .ProjectName }} linux/amd64 (java=21, base=alpine) and {{ .ProjectName }} linux/arm64 (java=21, base=alpine) (add {{ target }} to the tag: it is amd64 and arm64)
                    -arm64                     => -arm46                     => 15:10: no entry of dockers produces acme/x:1.2.3-21-alpine-arm46 (did you mean acme/x:1.2.3-21-alpine-arm64?)
                    base: [alpine, debian]     => base: alpine               => 4:13: 'base' needs a list, but this is a single value (use [alpine])
                    base: [alpine, debian]     => base: {alpine: debian}     => 4:13: 'base' needs a list, but this is a mapping (begin each item with -)
                    """)
    void aMistakeInAMatrixIsOneProblem(String right, String wrong, String expected) {
        assertThat(problems(MATRIX)).isEmpty();
        assertThat(MATRIX).contains(right);

        String file = MATRIX.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong.replace("∅", "")));

        assertThat(problems(file)).containsExactly("f:" + expected);
    }

    @Test
    void aNoBreakSpaceIsNoIndentation() {
        assertThat(problems(FILE + "\u00a0\u00a0retry: {}\n"))
                .containsExactly("f:22:1: the line begins with U+00A0, which looks like a space (indent with spaces)");
    }
}
