package dev.jrelease.init;

import dev.jrelease.buildfile.GradleFiles;
import dev.jrelease.buildfile.NativePlugin;
import dev.jrelease.buildfile.Pom;
import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds modules in Java that are built to an executable. What only a profile of a build makes does not count. A program of
 * Spring Boot whose build leaves a jar, too, stays one; the executable is mentioned.
 *
 * @param root of the project
 * @param module the folder of its module, from the project's; empty for that folder
 * @param name of the program
 */
record NativeExecutable(ProjectFolder root, String module, String name) {
    private static final SearchPattern QUARKUS =
            SearchPattern.of("(?m)^quarkus\\.native\\.enabled[ \\t]{0,9}[=:][ \\t]{0,9}true[ \\t\\r]{0,9}$");
    private static final String QUARKUS_PROPERTY = "quarkus.native.enabled";
    private static final String BOOT = "spring-boot-starter-parent";
    private static final String WHERE =
            "# GraalVM makes an executable for the platform that it runs on. Others need a runner of theirs.";

    /** The program of a module of Maven. */
    Optional<Program> ofMaven(Pom pom) throws IOException {
        if (pom.plugins().contains("quarkus-maven-plugin")) {
            boolean wanted = "true".equals(pom.properties().get(QUARKUS_PROPERTY)) || isQuarkusNative();
            return wanted ? Optional.of(quarkus(pom.artifactId(), maven("clean package"), "target")) : Optional.empty();
        }
        boolean packaged = pom.resolved(pom.packaging(), Map.of()).equals(Optional.of("native-image"));
        if (packaged && pom.plugins().contains("micronaut-maven-plugin")) {
            return Optional.of(program("maven", maven("clean package"), "target/" + pom.artifactId()));
        }
        return pom.nativePlugin().flatMap(plugin -> ofPlugin(plugin, pom));
    }

    private Optional<Program> ofPlugin(NativePlugin plugin, Pom pom) {
        // In a build of several modules, the goal would be run in each of them.
        if (!plugin.bound() && !module.isEmpty()) {
            return Optional.empty();
        }
        String goals = plugin.bound() ? "clean package" : "clean native:compile";
        String file =
                plugin.imageName().flatMap(text -> pom.resolved(text, Map.of())).orElse(pom.artifactId());
        String profile = pom.uses(BOOT) ? "-Pnative " : "";
        return Optional.of(program("maven", maven(profile + goals), "target/" + file));
    }

    private String maven(String goals) {
        String only = module.isEmpty() ? "" : "-pl " + module + " -am ";
        return (root.has("mvnw") ? "./mvnw" : "mvn") + " --batch-mode " + only + goals;
    }

    /**
     * The program of a project of Gradle.
     *
     * @param called its name in Gradle
     * @param quarkus whether it is one of Quarkus
     * @param plugin whether it has the plugin of GraalVM
     */
    Optional<Program> ofGradle(String build, String called, boolean quarkus, boolean plugin) throws IOException {
        if (quarkus) {
            boolean wanted = QUARKUS.isIn(root.text(GradleFiles.PROPERTIES)) || isQuarkusNative();
            return wanted ? Optional.of(quarkus(called, gradle("build"), "build")) : Optional.empty();
        }
        String file = GradleFiles.imageName(build).orElse(called);
        return plugin
                ? Optional.of(program("gradle", gradle("nativeCompile"), "build/native/nativeCompile/" + file))
                : Optional.empty();
    }

    private String gradle(String task) {
        String path = module.isEmpty() ? "" : ":" + module.replace('/', ':') + ":";
        return (root.has("gradlew") ? "./gradlew" : "gradle") + " --no-daemon clean " + path + task;
    }

    private boolean isQuarkusNative() throws IOException {
        return QUARKUS.isIn(root.in(module).text("src/main/resources/application.properties"));
    }

    /** Its name would have the version in it. */
    private Program quarkus(String called, String command, String folder) {
        String tool = folder.equals("target") ? "maven" : "gradle";
        return program(tool, command + " -Dquarkus.package.output-name=" + called, folder + "/" + called + "-runner");
    }

    private Program program(String tool, String command, String file) {
        String artifact = module.isEmpty() ? file : module + "/" + file;
        return new Program(
                name,
                module,
                "command",
                List.of(WHERE, "cmd: " + command, "artifact: " + artifact),
                new Program.Start.Native(tool));
    }

    /** Lines that say how to release the executable in place of the jar. */
    static List<String> mention(Program executable) {
        return Stream.concat(
                        Stream.of(
                                "# GraalVM can make an executable of it, for the platform that it runs on. The Dockerfile then copies",
                                "# " + executable.name() + ", on a base such as " + Project.EXECUTABLES + ":",
                                "#   builder: " + executable.builder(),
                                "#   targets: [linux_amd64]"),
                        executable.keys().stream().skip(1).map(key -> "#   " + key))
                .toList();
    }

    /** Whether all programs are executables, which need no Java. */
    static boolean areAll(List<Program> programs) {
        return programs.stream().allMatch(program -> program.start() instanceof Program.Start.Native);
    }

    /** Whether a program is for the platform only that it is built on. */
    static boolean isAny(Stream<Program> programs) {
        return programs.anyMatch(
                program -> program.start() instanceof Program.Start.Native(String tool) && !tool.equals(Program.GO));
    }
}
