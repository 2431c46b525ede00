package dev.jrelease.init;

import dev.jrelease.buildfile.NativePlugin;
import dev.jrelease.buildfile.Pom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the programs of a build with Maven. */
final class MavenProject {
    private static final List<String> WITH_LIBRARIES = List.of("maven-shade-plugin", "maven-assembly-plugin");

    private static final String BOOT = "spring-boot-maven-plugin";

    private final List<Program> programs = new ArrayList<>();
    private String framework = "";
    private int java;

    static Optional<Project> of(ProjectFolder root) throws IOException {
        if (!root.has(Pom.FILE)) {
            return Optional.empty();
        }
        MavenProject project = new MavenProject();
        project.add(root, "", Optional.empty());
        if (project.programs.isEmpty()) {
            return Optional.empty();
        }
        String kind = (project.framework.isEmpty() ? "a program in Java" : project.framework) + " with Maven";
        boolean executables = NativeExecutable.areAll(project.programs);
        List<Program> all =
                project.programs.size() > 1 ? project.programs : List.of(project.alone(project.programs.getFirst()));
        return Optional.of(new Project.Programs(
                kind, all, executables ? Project.EXECUTABLES : "eclipse-temurin:" + project.java + "-jre"));
    }

    /** The only program of a build need not be chosen. */
    private Program alone(Program only) {
        List<String> keys = only.keys().stream()
                .filter(key -> only.builder().equals("command") || !key.startsWith("artifact:"))
                .toList();
        return new Program(only.name(), only.module(), only.builder(), keys, only.start());
    }

    private void add(ProjectFolder root, String module, Optional<Pom> above) throws IOException {
        String text = root.in(module).text(Pom.FILE);
        if (text.isEmpty()) {
            return;
        }
        Pom own = Pom.parse(text);
        Pom pom = above.filter(parent -> own.uses(parent.artifactId()))
                .map(own::below)
                .orElse(own);
        if (!pom.packaging().equals("pom")) {
            addProgram(root, module, pom);
        }
        for (String name : pom.modules()) {
            add(root, module.isEmpty() ? name : module + "/" + name, Optional.of(pom));
        }
    }

    private void addProgram(ProjectFolder root, String module, Pom pom) throws IOException {
        List<String> plugins = pom.plugins();
        String name = Names.program(pom.artifactId(), module, programs);
        Optional<Program> executable = new NativeExecutable(root, module, name).ofMaven(pom);
        boolean leavesJar = plugins.contains(BOOT)
                && pom.nativePlugin().filter(NativePlugin::bound).isEmpty();
        if (executable.isPresent() && !leavesJar) {
            framework = "an executable of GraalVM";
            programs.add(executable.get());
            return;
        }
        Optional<String> main = pom.mainClass().filter(text -> !text.contains("$"));
        List<String> keys = new ArrayList<>();
        if (!module.isEmpty()) {
            keys.add("artifact: " + module);
        }
        Program.Start start;
        if (plugins.contains("quarkus-maven-plugin")) {
            framework = "Quarkus";
            start = new Program.Start.Jar("quarkus-run.jar");
        } else if (plugins.contains(BOOT)) {
            framework = "Spring Boot";
            start = new Program.Start.Jar(name + ".jar");
        } else if (plugins.contains("micronaut-maven-plugin")) {
            framework = "Micronaut";
            start = new Program.Start.Jar(name + ".jar");
        } else if (main.isPresent() && plugins.stream().anyMatch(WITH_LIBRARIES::contains)) {
            start = new Program.Start.Jar(name + ".jar");
        } else {
            Optional<String> found = main.isPresent() ? main : MainClasses.in(root.in(module));
            if (found.isEmpty()) {
                return;
            }
            keys.add("args: [clean, package, dependency:copy-dependencies, -DincludeScope=runtime]");
            start = new Program.Start.MainClass(found.get());
        }
        executable.map(NativeExecutable::mention).ifPresent(keys::addAll);
        java = Math.max(java, JavaVersion.of(pom));
        programs.add(new Program(name, module, "maven", keys, start));
    }
}
