package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Platform;
import dev.jrelease.verify.ElfHeader.Fit;
import dev.jrelease.verify.FileType.Elf;
import dev.jrelease.verify.FileType.Foreign;
import dev.jrelease.verify.FileType.Other;
import dev.jrelease.verify.FileType.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "3, false, true, 386",
        "8, false, false, mips",
        "8, false, true, mipsle",
        "8, true, false, mips64",
        "8, true, true, mips64le",
        "21, true, false, ppc64",
        "21, true, true, ppc64le",
        "22, true, false, s390x",
        "40, false, true, arm",
        "62, true, true, amd64",
        "183, true, true, arm64",
        "243, true, true, riscv64",
        "258, true, true, loong64",
        "247, true, true, machine 247",
    })
    void namesProcessorsAsGoDoes(int machine, boolean wide, boolean littleEndian, String goarch) {
        byte[] head = ElfFiles.program(machine, wide, littleEndian);

        assertThat(FileType.of(head))
                .isInstanceOfSatisfying(
                        Elf.class,
                        elf -> assertThat(elf.header().architecture()).isEqualTo(goarch));
    }

    @ParameterizedTest
    @CsvSource({
        "183, arm64, RUNS",
        "3, amd64, RUNS",
        "62, 386, FAILS",
        "62, arm64, FAILS",
        "40, arm64, ON_SOME",
        "183, arm, FAILS",
    })
    void knowsWhatRunsWhere(int machine, String goarch, Fit fit) {
        assertThat(fit(ElfFiles.program(machine, true, true), "linux/" + goarch))
                .isEqualTo(fit);
    }

    @Test
    void leavesObjectFilesAlone() {
        assertThat(header(ElfFiles.file(1, 62, true, true)).isProgram()).isFalse();
        assertThat(header(ElfFiles.file(3, 62, true, true)).isProgram()).isTrue();
    }

    @Test
    void tellsProcessorsApartThatHaveOneNumber() {
        assertThat(fit(ElfFiles.program(40, false, false), "linux/arm/v7")).isEqualTo(Fit.FAILS);
        assertThat(fit(ElfFiles.program(183, true, false), "linux/arm64")).isEqualTo(Fit.FAILS);
        assertThat(fit(ElfFiles.program(62, false, true), "linux/amd64")).isEqualTo(Fit.FAILS);
        assertThat(header(ElfFiles.program(40, false, false)).architecture()).isEqualTo("armbe");
        assertThat(header(ElfFiles.program(183, true, false)).architecture()).isEqualTo("arm64be");
        assertThat(header(ElfFiles.program(62, false, true)).architecture()).isEqualTo("amd64p32");
    }

    @ParameterizedTest
    @CsvSource({"9, freebsd", "2, netbsd", "12, openbsd", "6, solaris"})
    void knowsTheOperatingSystemsThatHaveANumber(int abi, String system) {
        byte[] elf = ElfFiles.with(ElfFiles.AMD64, 7, abi);

        assertThat(fit(elf, "linux/amd64")).isEqualTo(Fit.FAILS);
        assertThat(header(elf).needs(platform("linux/amd64"))).isEqualTo(system + "/amd64");
        assertThat(fit(elf, "freebsd/amd64")).isEqualTo(Fit.RUNS);
    }

    @ParameterizedTest
    @CsvSource({"FreeBSD, FAILS", "OpenBSD, FAILS", "NetBSD, FAILS", "DragonFly, FAILS", "GNU, RUNS", "Go, RUNS"})
    void knowsTheOperatingSystemsThatHaveANote(String name, Fit fit) {
        assertThat(fit(ElfFiles.segment(4, ElfFiles.note(name)), "linux/amd64")).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({
        "6, v5, FAILS",
        "6, v6, RUNS",
        "6, v7, RUNS",
        "10, v6, FAILS",
        "10, v7, RUNS",
        "14, v6, FAILS",
        "14, v7, RUNS",
    })
    void readsWhichArmAProgramNeeds(int attribute, String variant, Fit fit) throws Exception {
        byte[] small = ElfFiles.arm(attribute, 0);
        byte[] large = ElfFiles.arm(attribute, 300_000);

        assertThat(fit(small, "linux/arm/" + variant)).isEqualTo(fit);
        assertThat(FileType.of(FileEnds.read(new ByteArrayInputStream(large), large.length, true)))
                .isInstanceOfSatisfying(
                        Elf.class,
                        elf -> assertThat(elf.header().on(platform("linux/arm/" + variant)))
                                .isEqualTo(fit));
    }

    @ParameterizedTest
    @CsvSource({"v5, FAILS", "v6, ON_SOME", "v7, RUNS"})
    void takesHardwareFloatingPointForWhatItNeeds(String variant, Fit fit) {
        assertThat(fit(ElfFiles.with(ElfFiles.ARM, 37, 4), "linux/arm/" + variant))
                .isEqualTo(fit);
    }

    @Test
    void readsTheFirstLineOfScripts() {
        assertThat(shebang("#!/bin/sh\necho")).isEqualTo(new Shebang("/bin/sh", "", false));
        assertThat(shebang("#! /usr/bin/env  -S bash -e \r\n"))
                .isEqualTo(new Shebang("/usr/bin/env", "-S bash -e", true));
        assertThat(shebang("#!/usr/bin/env -S bash -e").program()).isEqualTo("bash");
        assertThat(text("#!\n")).isEqualTo(new Text(false, List.of()));
        assertThat(text("echo")).isEqualTo(new Text(false, List.of()));
        assertThat(text("\ufeff#!/bin/sh")).isEqualTo(new Text(true, List.of()));
        assertThat(text("")).isEqualTo(new FileType.Empty());
    }

    @Test
    void knowsTheFilesThatNoLinuxStarts() {
        assertThat(FileType.of(start('M', 'Z'))).isEqualTo(new Foreign("a Windows program"));
        assertThat(FileType.of(start(0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1)))
                .isEqualTo(new Foreign("a program for macOS"));
        assertThat(FileType.of(start(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2)))
                .isEqualTo(new Foreign("a program for macOS"));
        assertThat(FileType.of(start(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 69))).isEqualTo(new Other()); // a Java class
        assertThat(FileType.of(Arrays.copyOf(ElfFiles.AMD64, 19))).isEqualTo(new Foreign("a truncated ELF file"));
        assertThat(text("version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 5\n"))
                .isEqualTo(new Foreign("a pointer of git-lfs instead of the file"));
        assertThat(text("MZqFpD='\n\0")).isEqualTo(new FileType.Portable());
    }

    @Test
    void seesWhereAFileEndsBeforeItsContent() {
        byte[] whole = ElfFiles.segment(1, new byte[1000]);

        assertThat(FileType.of(whole))
                .isInstanceOfSatisfying(
                        Elf.class, elf -> assertThat(elf.truncated()).isFalse());
        assertThat(FileType.of(Arrays.copyOf(whole, 600)))
                .isInstanceOfSatisfying(
                        Elf.class, elf -> assertThat(elf.truncated()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "usr/local/bin/agent-amd64, amd64, true",
        "usr/local/bin/agent-amd64, arm64, false",
        "opt/x86_64/agent, amd64, true",
        "bin/agent_linux_aarch64, arm64, true",
        "bin/agent.armv7, arm, true",
        "bin/agent-arm64, arm, false",
        "bin/alarm, arm, false",
    })
    void readsTheProcessorOfAName(String path, String goarch, boolean says) {
        assertThat(ArchitectureName.says(path, goarch)).isEqualTo(says);
    }

    private static byte[] start(int... first) {
        byte[] file = new byte[128];
        for (int i = 0; i < first.length; i++) {
            file[i] = (byte) first[i];
        }
        return file;
    }

    private static ElfHeader header(byte[] elf) {
        return ElfHeader.read(FileEnds.of(elf)).orElseThrow();
    }

    private static Fit fit(byte[] elf, String platform) {
        return header(elf).on(platform(platform));
    }

    private static Platform platform(String text) {
        return Platform.parse(text).orElseThrow();
    }

    private static FileType text(String content) {
        return FileType.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Shebang shebang(String content) {
        return Shebang.of(content).orElseThrow();
    }
}
