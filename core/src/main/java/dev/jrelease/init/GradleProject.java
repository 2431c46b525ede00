package dev.jrelease.init;

import dev.jrelease.buildfile.GradleFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs of a build with Gradle. */
final class GradleProject {
    private final ProjectFolder root;
    private final List<Program> programs = new ArrayList<>();
    private String framework = "";
    private int java;

    private GradleProject(ProjectFolder root) {
        this.root = root;
    }

    static Optional<Project> of(ProjectFolder root, String called) throws IOException {
        Optional<String> settings = root.first(GradleFiles.SETTINGS);
        if (settings.isEmpty() && root.first(GradleFiles.BUILD).isEmpty()) {
            return Optional.empty();
        }
        String text = settings.isPresent() ? root.text(settings.get()) : "";
        List<String> modules = Stream.concat(Stream.of(""), GradleFiles.projects(text).stream())
                .toList();
        GradleProject project = new GradleProject(root);
        String name = GradleFiles.name(text).orElse(called);
        for (String module : modules) {
            project.add(module, module.isEmpty() ? name : module.substring(module.lastIndexOf('/') + 1));
        }
        return project.programs.isEmpty() ? Optional.empty() : Optional.of(project.found());
    }

    private Project found() {
        String kind = (framework.isEmpty() ? "a program in Java" : framework) + " with Gradle";
        return new Project.Programs(
                kind,
                programs,
                NativeExecutable.areAll(programs) ? Project.EXECUTABLES : "eclipse-temurin:" + java + "-jre");
    }

    private void add(String module, String called) throws IOException {
        Optional<String> file = root.in(module).first(GradleFiles.BUILD);
        if (file.isEmpty()) {
            return;
        }
        String build = root.in(module).text(file.get());
        boolean boot = applies(build, "org.springframework.boot", "spring.boot", "spring-boot");
        boolean quarkus = applies(build, "io.quarkus", "quarkus");
        String name = Names.program(called, module, programs);
        Optional<Program> executable =
                new NativeExecutable(root, module, name).ofGradle(build, called, quarkus, applies(build, "graalvm"));
        if (executable.isPresent() && !boot) {
            framework = "an executable of GraalVM";
            programs.add(executable.get());
            return;
        }
        List<String> keys = new ArrayList<>();
        if (!module.isEmpty()) {
            keys.add("artifact: " + module);
        }
        Program.Start start;
        if (quarkus) {
            framework = "Quarkus";
            start = new Program.Start.Jar("quarkus-run.jar");
        } else if (boot) {
            framework = "Spring Boot";
            start = new Program.Start.Jar(name + ".jar");
        } else if (applies(build, "com.gradleup.shadow", "com.github.johnrengelman.shadow", "shadow")) {
            start = new Program.Start.Jar(name + ".jar");
        } else {
            Optional<String> main = main(build, module);
            if (main.isEmpty()) {
                return;
            }
            keys.add("args: [clean, build, installDist]");
            start = new Program.Start.MainClass(main.get());
        }
        framework = applies(build, "io.micronaut.application", "micronaut.application") ? "Micronaut" : framework;
        executable.map(NativeExecutable::mention).ifPresent(keys::addAll);
        java = Math.max(java, JavaVersion.ofGradle(build));
        programs.add(new Program(name, module, "gradle", keys, start));
    }

    private Optional<String> main(String build, String module) throws IOException {
        if (!GradleFiles.uses(build, "application")) {
            return Optional.empty();
        }
        Optional<String> named = GradleFiles.mainClass(build);
        return named.isPresent() ? named : MainClasses.in(root.in(module));
    }

    /** Whether a line applies a plugin: by its id, or by an alias of a version catalog. */
    private static boolean applies(String build, String... words) {
        return build.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("id") || line.startsWith("alias") || line.startsWith("apply"))
                .filter(line -> !line.contains("apply false") && !line.contains("apply(false)"))
                .anyMatch(line -> Stream.of(words).anyMatch(line::contains));
    }
}
