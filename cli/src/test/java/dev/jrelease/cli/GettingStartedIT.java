package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.documentation.Page;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Types the commands of docs/getting-started.md, with a registry and a Java runtime of this machine. */
@ExtendWith(RealEngine.class)
class GettingStartedIT {
    private static final String IMAGE = "ghcr.io/acme/hello";

    @Test
    void itsCommandsReleaseAProgramInJava(@TempDir Path folder) throws Exception {
        try (FakeRegistry registry = FakeRegistry.start()) {
            JreImage.addTo(registry, "java/jre", "25", folder);
            String image = registry.address() + "/acme/hello";
            GitWorkspace workspace = project(folder.resolve("hello"));
            Jrelease jrelease =
                    RealEngine.known(Jrelease.in(workspace)).with("JAVA_HOME", System.getProperty("java.home"));
            PageShell shell = new PageShell(jrelease, workspace);
            String said = "";
            try {
                for (String line : Page.of("docs/getting-started.md").commands()) {
                    String more = line.startsWith("jrelease init")
                            ? " --image " + image + " --base " + registry.address() + "/java/jre:25"
                            : "";
                    said = shell.type(line.replace(IMAGE, image) + more);
                }
            } finally {
                Tool.run("docker", "image", "rm", "--force", image + ":1.0.0");
            }
            assertThat(said).isEqualTo("hello from Java\n");
            assertThat(registry.tags("acme/hello")).contains("1.0.0", "latest");
            assertThat(workspace.folder().resolve("Dockerfile")).content().contains("/java/jre:25@sha256:");
        }
    }

    /** The wrapper makes what Maven would make, without its plugins. */
    private static GitWorkspace project(Path folder) throws InterruptedException {
        return GitWorkspace.create(folder)
                .write("unique", UUID.randomUUID().toString())
                .write(".gitignore", "target/\ndist/\n")
                .write("pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>com.acme</groupId>
                          <artifactId>hello</artifactId>
                          <version>1.0.0</version>
                          <build><plugins><plugin>
                            <artifactId>maven-shade-plugin</artifactId>
                            <configuration><mainClass>com.acme.Hello</mainClass></configuration>
                          </plugin></plugins></build>
                        </project>
                        """)
                .write("mvnw", """
                        set -e
                        mkdir -p target/classes
                        "$JAVA_HOME/bin/javac" -d target/classes src/main/java/com/acme/Hello.java
                        "$JAVA_HOME/bin/jar" --create --file target/hello-1.0.0.jar \\
                            --main-class com.acme.Hello -C target/classes .
                        """)
                .write("src/main/java/com/acme/Hello.java", """
                        package com.acme;

                        public class Hello {
                            public static void main(String[] args) {
                                System.out.println("hello from Java");
                            }
                        }
                        """)
                .commit("Say hello");
    }
}
