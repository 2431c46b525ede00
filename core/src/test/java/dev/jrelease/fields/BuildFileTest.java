package dev.jrelease.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildFileTest {
    @Test
    void aPackageOfCargoSaysItsName() {
        assertThat(BuildFile.packageOfCargo("[package]\nversion = \"1\"\nname = \"tool\"\n"))
                .contains("tool");
        assertThat(BuildFile.packageOfCargo("[workspace]\nname='no'\n[package]\nname='tool'"))
                .contains("tool");
        assertThat(BuildFile.packageOfCargo("[package]\nversion = '1'\n[lib]\nname = 'no'\n"))
                .isEmpty();
    }

    @Test
    void aModuleOfGoSaysItsPath() {
        assertThat(BuildFile.moduleOfGo("// x\nmodule example.com/tool // v2\ngo 1.25\n"))
                .contains("example.com/tool");
        assertThat(BuildFile.moduleOfGo("module \"example.com/tool\"\r\n")).contains("example.com/tool");
        assertThat(BuildFile.moduleOfGo("modules x\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/app.git, https://github.com/acme/app/releases/tag/v1",
        "git@gitlab.com:acme/sub/app.git, https://gitlab.com/acme/sub/app/-/releases/v1",
        "ssh://git@example.com:2222/acme/app/, https://example.com/acme/app/releases/tag/v1",
    })
    void aRemoteTellsThePageOfItsReleases(String remote, String page) {
        assertThat(ReleasePage.of(remote, "v1")).contains(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[package]\n", "name=", "name='a\n", "module ", "a/", ":", "@", ".git", "\n\r"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longFilesAreRead(String part) {
        String text = part.repeat(100_000);

        assertThat(BuildFile.packageOfCargo("[package]\n" + text)).isNotNull();
        assertThat(BuildFile.moduleOfGo(text)).isNotNull();
        assertThat(ReleasePage.of(text, "v1")).isNotNull();
    }
}
