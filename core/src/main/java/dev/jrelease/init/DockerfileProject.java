package dev.jrelease.init;

import dev.jrelease.buildfile.GradleFiles;
import dev.jrelease.buildfile.Pom;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Instruction;
import dev.jrelease.dockerfile.Word;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a Dockerfile copies from its project, and what has to be built before. */
final class DockerfileProject {
    private static final List<String> NAMES = List.of("Dockerfile", "Containerfile");
    private static final List<String> BUILT = List.of("target/", "build/");

    private final ProjectFolder root;
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final Set<String> files = new LinkedHashSet<>();
    private boolean runs;

    private DockerfileProject(ProjectFolder root) {
        this.root = root;
    }

    static Optional<Project> of(ProjectFolder root) throws IOException {
        Optional<String> name = root.first(NAMES);
        return name.isPresent() ? Optional.of(new DockerfileProject(root).read(name.get())) : Optional.empty();
    }

    private Project read(String name) throws IOException {
        Dockerfile.parse(root.text(name)).instructions().forEach(this::follow);
        boolean built = files.stream().anyMatch(DockerfileProject::isBuilt);
        return new Project.WithDockerfile(
                name, List.copyOf(files), built ? command().stream().toList() : List.of(), runs);
    }

    private void follow(Instruction instruction) {
        switch (instruction.keyword()) {
            case "ARG" -> instruction.words().forEach(word -> argument(word.text()));
            case "RUN" -> runs = true;
            case "COPY", "ADD" -> {
                if (instruction.flag("from").isEmpty() && instruction.words().size() > 1) {
                    instruction.words().stream()
                            .limit(instruction.words().size() - 1L)
                            .map(Word::text)
                            .forEach(this::add);
                }
            }
            default -> {}
        }
    }

    private void argument(String text) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            arguments.put(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    private void add(String written) {
        String path = written;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            path = path.replace("${" + argument.getKey() + "}", argument.getValue())
                    .replace("$" + argument.getKey(), argument.getValue());
        }
        // Of a path that depends on the platform, the folder above is taken.
        int variable = path.indexOf('$');
        String known = variable < 0 ? path : path.substring(0, path.lastIndexOf('/', variable) + 1);
        String plain = known.startsWith("./") && known.length() > 2 ? known.substring(2) : known;
        String file = plain.startsWith("/") ? plain.substring(1) : plain;
        if (!file.isEmpty() && !file.contains("://") && !file.startsWith("<<")) {
            files.add(file);
        }
    }

    private static boolean isBuilt(String file) {
        return BUILT.stream().anyMatch(folder -> file.startsWith(folder) || file.contains("/" + folder));
    }

    private Optional<String> command() {
        boolean gradle = Stream.concat(GradleFiles.BUILD.stream(), GradleFiles.SETTINGS.stream())
                .anyMatch(root::has);
        if (root.has(Pom.FILE)) {
            return Optional.of((root.has("mvnw") ? "./mvnw" : "mvn") + " --batch-mode clean package");
        }
        return gradle
                ? Optional.of((root.has("gradlew") ? "./gradlew" : "gradle") + " --no-daemon clean build")
                : Optional.empty();
    }
}
