package dev.jrelease.pipes.images.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipes.images.verify.Content.Elf;
import dev.jrelease.pipes.images.verify.Content.Other;
import dev.jrelease.pipes.images.verify.Content.Script;
import dev.jrelease.pipes.images.verify.Content.Windows;
import dev.jrelease.pipes.images.verify.ElfHeader.Fit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

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

        assertThat(Content.of(head))
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
        assertThat(new ElfHeader(2, machine, true, true).on(goarch)).isEqualTo(fit);
    }

    @Test
    void leavesObjectFilesAlone() {
        assertThat(ElfHeader.read(ElfFiles.file(1, 62, true, true))
                        .orElseThrow()
                        .isProgram())
                .isFalse();
        assertThat(ElfHeader.read(ElfFiles.file(3, 62, true, true))
                        .orElseThrow()
                        .isProgram())
                .isTrue();
    }

    @Test
    void readsTheFirstLineOfScripts() {
        assertThat(text("#!/bin/sh\necho")).isEqualTo(new Script("/bin/sh", ""));
        assertThat(text("#! /usr/bin/env  -S bash -e \r\n")).isEqualTo(new Script("/usr/bin/env", "-S bash -e"));
        assertThat(text("#!\n")).isEqualTo(new Other());
        assertThat(text("echo")).isEqualTo(new Other());
        assertThat(text("")).isEqualTo(new Other());
    }

    @Test
    void knowsWindowsProgramsAndHalfHeaders() {
        byte[] windows = new byte[128];
        windows[0] = 'M';
        windows[1] = 'Z';

        assertThat(Content.of(windows)).isEqualTo(new Windows());
        assertThat(Content.of(Arrays.copyOf(ElfFiles.AMD64, 19))).isEqualTo(new Other());
    }

    private static Content text(String content) {
        return Content.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
