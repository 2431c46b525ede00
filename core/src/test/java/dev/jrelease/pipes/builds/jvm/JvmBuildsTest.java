package dev.jrelease.pipes.builds.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipes.builds.BuiltPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the builders maven and gradle take of a build; the wrapper of each project says what the build leaves. */
class JvmBuildsTest {
    private static final String MAVEN = "builds: [{builder: maven}]\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path project;

    private BuiltPrograms release(String yaml) throws IOException {
        return BuiltPrograms.of(yaml, project);
    }

    private void wrapper(String name, String commands) throws IOException {
        Files.writeString(project.resolve(name), "echo \"$@\" >> calls\n" + commands + "\n");
    }

    private String calls() throws IOException {
        return Files.readString(project.resolve("calls"));
    }

    @Test
    void aJarOfSpringBootIsTakenApartIntoItsLayers() throws IOException {
        wrapper("mvnw", "");
        BootLikeJar.write(project.resolve("target/app-1.2.3.jar"));
        Files.writeString(project.resolve("target/app-1.2.3.jar.original"), "");
        BootLikeJar.write(project.resolve("target/app-1.2.3-sources.jar"), "", "");

        BuiltPrograms built = release(MAVEN);

        assertThat(built.failure()).isEmpty();
        assertThat(calls())
                .isEqualTo("--batch-mode --no-transfer-progress -Dproject.build.outputTimestamp=1970-01-01T00:00:00Z"
                        + " clean package\n");
        assertThat(built.files())
                .containsExactly(
                        "hello/application/hello.jar",
                        "hello/dependencies/lib/library.jar",
                        "hello/snapshot-dependencies/");
    }

    @Test
    void librariesOfTheManifestAreLayersOfTheirOwn() throws IOException {
        wrapper("mvnw", "");
        BootLikeJar.write(
                project.resolve("target/app.jar"),
                "com.acme.Main",
                "lib/a.jar lib/b-1-SNAPSHOT.jar ../c.jar lib/no.jar");
        BootLikeJar.write(project.resolve("target/original-app.jar"), "com.acme.Main", "");
        Files.createDirectory(project.resolve("target/lib"));
        Files.writeString(project.resolve("target/lib/a.jar"), "");
        Files.writeString(project.resolve("target/lib/b-1-SNAPSHOT.jar"), "");
        Files.writeString(project.resolve("c.jar"), "");

        assertThat(release("builds: [{builder: maven, id: server, binary: app}]\n")
                        .files())
                .containsExactly(
                        "server/application/app.jar",
                        "server/dependencies/lib/a.jar",
                        "server/snapshot-dependencies/lib/b-1-SNAPSHOT.jar");
    }

    @Test
    void anApplicationOfQuarkusIsTakenWithItsFolders() throws IOException {
        wrapper("gradlew", "");
        for (String file : new String[] {"quarkus-run.jar", "lib/main/a.jar", "app/own.jar", "quarkus/x.dat"}) {
            BootLikeJar.write(project.resolve("build/quarkus-app").resolve(file), "", "");
        }

        assertThat(release("builds: [{builder: gradle}]\n").files())
                .containsExactly(
                        "hello/application/app/own.jar",
                        "hello/application/quarkus-run.jar",
                        "hello/application/quarkus/x.dat",
                        "hello/dependencies/lib/main/a.jar",
                        "hello/snapshot-dependencies/");
        assertThat(calls()).isEqualTo("--no-daemon --console=plain clean build\n");
    }

    @Test
    void theJarWithItsLibrariesIsPreferred() throws IOException {
        wrapper("gradlew", "");
        BootLikeJar.write(project.resolve("build/libs/app-1.jar"), "com.acme.Main", "");
        BootLikeJar.write(project.resolve("build/libs/app-1-all.jar"), "com.acme.Main", "");
        BootLikeJar.write(project.resolve("build/libs/app-1-plain.jar"), "com.acme.Main", "");

        BuiltPrograms built = release("builds: [{builder: gradle}]\n");

        assertThat(built.shown()).contains("build/libs/app-1-all.jar");
    }

    @Test
    void librariesThatThePluginApplicationInstallsAreTaken() throws IOException {
        wrapper("gradlew", "");
        BootLikeJar.write(project.resolve("build/libs/app.jar"), "", "");
        BootLikeJar.write(project.resolve("build/install/app/lib/app.jar"), "", "");
        BootLikeJar.write(project.resolve("build/install/app/lib/other.jar"), "", "");

        assertThat(release("builds: [{builder: gradle, args: installDist}]\n").files())
                .containsExactly(
                        "hello/application/hello.jar",
                        "hello/dependencies/lib/other.jar",
                        "hello/snapshot-dependencies/");
    }

    @Test
    void oneBuildMakesTheProgramsOfSeveralModules() throws IOException {
        wrapper("mvnw", "");
        Files.writeString(
                project.resolve("pom.xml"),
                "<project><artifactId>all</artifactId><modules><module>api</module><module>worker</module>"
                        + "<module>common</module></modules></project>");
        for (String module : new String[] {"api", "worker", "common"}) {
            Files.createDirectory(project.resolve(module));
            Files.writeString(
                    project.resolve(module).resolve("pom.xml"),
                    "<project><artifactId>" + module + "</artifactId></project>");
            BootLikeJar.write(
                    project.resolve(module).resolve("target/" + module + "-1.jar"),
                    module.equals("common") ? "" : "com.acme.Main",
                    "");
        }

        BuiltPrograms unsaid = release(MAVEN);
        assertThat(unsaid.failure().orElseThrow())
                .hasMessage("could not build mvn clean package: the build left 2 programs: api/target/api-1.jar,"
                        + " worker/target/worker-1.jar");
        assertThat(unsaid.hint()).contains("choose one with artifact: a jar, or the folder of its module");
        Files.delete(project.resolve("calls"));

        BuiltPrograms built = release("""
                builds:
                  - {id: api, builder: maven, artifact: api, binary: api}
                  - {id: worker, builder: maven, artifact: "worker/target/*.jar", binary: worker}
                """);
        assertThat(built.files()).contains("api/application/api.jar", "worker/application/worker.jar");
        assertThat(calls().lines()).hasSize(1);
    }

    @Test
    void aBuildThatFailsStopsTheReleaseWithItsLastLines() throws IOException {
        wrapper("mvnw", "echo '[ERROR] no such symbol'; exit 1");

        assertThat(release(MAVEN).failure().orElseThrow())
                .hasMessage("could not build mvn clean package: it ended with exit code 1\n  | [ERROR] no such symbol");
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        BuiltPrograms unbuilt = BuiltPrograms.of("builds: [{builder: gradle}]\n", project, "/nowhere");
        assertThat(unbuilt.failure().orElseThrow())
                .hasMessage("could not build gradle clean build:"
                        + " there is neither gradlew in the project nor gradle on the PATH");

        wrapper("mvnw", "");
        assertThat(release(MAVEN).failure().orElseThrow())
                .hasMessage("could not build mvn clean package: the build left no jar");
        assertThat(release("builds: [{builder: maven, artifact: out/x.jar}]\n")
                        .failure()
                        .orElseThrow())
                .hasMessage("could not build mvn clean package: the build left no out/x.jar");
    }
}
