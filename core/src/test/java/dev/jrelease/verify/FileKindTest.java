package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "/lib/libc.so, true, false",
        "/lib/libc.so.6.1, true, false",
        "/lib/libc.so.6a, false, false",
        "/lib/a.ko.xz, false, true",
        "/lib/a.o, false, true",
        "/bin/a.out, false, false",
        "/bin/so, false, false"
    })
    void aNameSaysWhatAFileIs(String path, boolean library, boolean object) {
        assertThat(FileKind.isLibrary(path)).isEqualTo(library);
        assertThat(FileKind.isObject(path)).isEqualTo(object);
    }

    @ParameterizedTest
    @ValueSource(strings = {".1", ".so", "/", ".o", ".1a", "qemu-"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longNamesAreRead(String part) {
        String path = "/a.so" + part.repeat(100_000) + "-";

        assertThat(FileKind.isLibrary(path)).isFalse();
        assertThat(FileKind.isObject(path)).isFalse();
        assertThat(ArchitectureName.isEmulator(path)).isFalse();
    }
}
