package dev.jrelease.buildfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What build files say of a project. */
class BuildFilesTest {

    @Test
    void aPomSaysItsNameVersionAndModules() throws IOException {
        Pom pom = Pom.parse("""
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <!-- <artifactId>no</artifactId> -->
                  <parent><artifactId>spring-boot-starter-parent</artifactId><version>3.5.6</version></parent>
                  <artifactId>shop</artifactId>
                  <version>${revision}${changelist}</version>
                  <packaging>pom</packaging>
                  <modules><module>api</module><module> worker </module></modules>
                  <properties><revision>1.2.3</revision><changelist>-SNAPSHOT</changelist></properties>
                  <build><plugins><plugin><artifactId>maven-shade-plugin</artifactId>
                    <configuration><transformers><transformer><mainClass>com.acme.Main</mainClass></transformer>
                    </transformers></configuration></plugin></plugins></build>
                </project>
                """);

        assertThat(pom.artifactId()).isEqualTo("shop");
        assertThat(pom.modules()).containsExactly("api", "worker");
        assertThat(pom.packaging()).isEqualTo("pom");
        assertThat(pom.plugins()).containsExactly("maven-shade-plugin");
        assertThat(pom.mainClass()).contains("com.acme.Main");
        assertThat(pom.uses("spring-boot")).isTrue();
        String version = pom.version().orElseThrow();
        assertThat(pom.resolved(version, Map.of())).contains("1.2.3-SNAPSHOT");
        assertThat(pom.resolved(version, Map.of("changelist", ""))).contains("1.2.3");
        assertThat(pom.resolved("${unknown}", Map.of())).isEmpty();
    }

    @Test
    void aModuleHasTheVersionOfItsParent() throws IOException {
        assertThat(Pom.parse("<project><artifactId>a</artifactId><parent><version>2.0</version></parent></project>")
                        .version())
                .contains("2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><artifactId>a</artifactId>",
                "<project/>",
                "",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><project><artifactId>&e;</artifactId></project>",
            })
    void whatIsNoPomIsRefused(String text) {
        assertThatThrownBy(() -> Pom.parse(text)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "rootProject.name = 'shop'~include 'api', ':worker:batch'   | shop | [api, worker/batch]",
                "rootProject.name=\"shop\"~include(\"api\")~include(\":web\") | shop | [api, web]",
                "// rootProject.name = 'no'~/* include 'no' */~rootProject.name = 'a' | a | []",
                "rootProject.name = 'a'~include(~    'b',~    'c'~)~includeBuild('d')      | a | [b, c]",
                "rootProject.name = \"$x\"                                    |      | []",
            })
    void settingsOfGradleSayTheNameAndTheProjects(String settings, String name, String projects) {
        String text = settings.replace('~', '\n');
        assertThat(GradleFiles.name(text).orElse(null)).isEqualTo(name);
        assertThat(GradleFiles.projects(text)).hasToString(projects);
    }

    @Test
    void aBuildOfGradleSaysItsVersionAndMainClass() {
        assertThat(GradleFiles.version("group = 'a'\nversion = '1.2.3'\n")).contains("1.2.3");
        assertThat(GradleFiles.version("version \"1.0\"\n")).contains("1.0");
        assertThat(GradleFiles.version("version = file('v').text\nid 'x' version '2'\n"))
                .isEmpty();
        assertThat(GradleFiles.versionOfProperties("a=b\nversion=1.2.3\n")).contains("1.2.3");
        assertThat(GradleFiles.mainClass("application { mainClass = 'com.acme.Main' }"))
                .contains("com.acme.Main");
        assertThat(GradleFiles.mainClass("mainClass.set(\"com.acme.MainKt\")")).contains("com.acme.MainKt");
        assertThat(GradleFiles.mainClass("mainClassName = 'com.acme.Main'")).contains("com.acme.Main");
        assertThat(GradleFiles.mainClass("val start by extra(\"com.acme.Main\")\nmainClassName = start"))
                .contains("com.acme.Main");
        assertThat(GradleFiles.mainClass("def start = 'com.acme.Main'\nmainClass.set(start)"))
                .contains("com.acme.Main");
        assertThat(GradleFiles.mainClass("mainClass = start")).isEmpty();
    }
}
