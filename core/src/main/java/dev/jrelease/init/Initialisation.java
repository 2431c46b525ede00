package dev.jrelease.init;

import dev.jrelease.buildfile.GradleFiles;
import dev.jrelease.buildfile.Pom;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitRepository;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.MeantName;
import dev.jrelease.image.Platform;
import dev.jrelease.registry.Registries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes a configuration for a project, and makes its files. Writes nothing. */
public final class Initialisation {
    private static final List<String> USUAL = List.of("linux/amd64", "linux/arm64");

    private static final List<String> BUILD_FILES =
            Stream.concat(Stream.of(Pom.FILE), GradleFiles.BUILD.stream()).toList();

    private final ProjectFolder root;
    private final GitRepository repository;
    private final Registries registries;
    private final Platform host;

    /**
     * The initialisation of a project.
     *
     * @param host the platform of this host
     */
    public Initialisation(Path folder, GitRepository repository, Registries registries, Platform host) {
        this.root = new ProjectFolder(folder);
        this.repository = repository;
        this.registries = registries;
        this.host = host;
    }

    /**
     * Looks at the project.
     *
     * @throws ReleaseException of kind CONFIGURATION if it has neither a Dockerfile nor a program that is recognised
     */
    public Proposal propose() throws InterruptedException {
        Optional<String> remote = repository.remoteUrl();
        Optional<String> image = remote.flatMap(Names::image);
        String folder = String.valueOf(root.root().getFileName());
        String called = Names.program(
                image.map(name -> name.substring(name.lastIndexOf('/') + 1)).orElse(folder));
        Project project = project(called).orElseThrow(this::nothing);
        String name = project instanceof Project.Programs programs
                        && programs.programs().size() == 1
                ? programs.programs().getFirst().name()
                : called;
        boolean onHost = switch (project) {
            case Project.WithDockerfile dockerfile -> dockerfile.runs();
            case Project.Programs programs -> NativeExecutable.isAny(programs.programs().stream());
        };
        return new Proposal(
                name,
                project,
                image.orElse("registry.example.com/" + name),
                onHost ? List.of(host.toString()) : USUAL,
                remote.filter(Names::isAtGitHub).isPresent());
    }

    private Optional<Project> project(String called) {
        try {
            Optional<Project> found = DockerfileProject.of(root);
            found = found.isPresent() ? found : MavenProject.of(root);
            found = found.isPresent() ? found : GradleProject.of(root, called);
            return found.isPresent() ? found : GoProject.of(root, called);
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the project in " + root.root())
                    .because(unreadable)
                    .build();
        }
    }

    /** The files of a proposal, as a user decided. */
    public InitialFiles files(Proposal proposal, Choices choices) {
        refuse(choices);
        List<String> notes = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        Choices made = choices;
        Map<String, String> dockerfiles = new LinkedHashMap<>();
        if (proposal.project() instanceof Project.Programs programs) {
            Base base = Base.resolve(choices.base().orElse(programs.base()), registries, host);
            refuse(base, programs);
            made = possible(choices, base, notes);
            for (Program program : programs.programs()) {
                String name = dockerfile(program, programs.programs().size());
                dockerfiles.put(program.name(), name);
                files.put(name, new DockerfileText(program, base).text());
            }
        } else if (!choices.base().equals(Optional.empty())) {
            notes.add("the project's own Dockerfile decides the base image");
        }
        files.put(".release.yaml", new ReleaseFileText(proposal, made, dockerfiles).text());
        if (choices.workflow()) {
            files.put(
                    root.first(WorkflowText.FILES).isEmpty()
                            ? WorkflowText.FILES.getFirst()
                            : WorkflowText.FILES.getLast(),
                    new WorkflowText(proposal, made).text());
        }
        if (choices.image().startsWith("registry.example.com/")) {
            notes.add("set the name of the image in .release.yaml: " + choices.image() + " is an example");
        }
        return new InitialFiles(files, notes);
    }

    /** A build without a program is probably one whose main class was not found. */
    private ReleaseException nothing() {
        Optional<String> build = root.first(BUILD_FILES);
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "find what to release in " + root.root())
                .because(build.map(file -> "there is no Dockerfile, and no main class: " + file
                                + " names none, and src/main has none that could be meant")
                        .orElse("there is no Dockerfile, and no program that is built with Maven, Gradle or Go"))
                .hint(build.map(file -> "name the main class in " + file + ", or write a Dockerfile")
                                .orElse("write a Dockerfile")
                        + ", and run jrelease init again")
                .build();
    }

    private static void refuse(Choices choices) {
        try {
            ImageReference _ = ImageReference.parse(choices.image());
            String last = choices.image().substring(choices.image().lastIndexOf('/') + 1);
            if (last.contains(":") || last.contains("@")) {
                throw new IllegalArgumentException("'" + choices.image() + "' has a tag or a digest");
            }
            for (String platform : choices.platforms()) {
                if (Platform.parse(platform).isEmpty()) {
                    throw new IllegalArgumentException("'" + platform + "' is not a platform, such as linux/arm64");
                }
            }
        } catch (IllegalArgumentException refused) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "write the configuration")
                    .because(refused)
                    .hint(MeantName.hint(choices.image()))
                    .build();
        }
    }

    private static void refuse(Base base, Project.Programs programs) {
        if (base.isEmpty()
                && programs.programs().stream()
                        .anyMatch(program -> !(program.start() instanceof Program.Start.Native))) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "use the base image " + base.name())
                    .because("it has no Java, which the program needs")
                    .hint("use an image with Java, such as " + programs.base())
                    .build();
        }
    }

    /** The platforms that the base is for. */
    private Choices possible(Choices choices, Base base, List<String> notes) {
        base.why()
                .ifPresent(why -> notes.add("the base image " + base.name() + " is not pinned by its digest: " + why));
        List<String> platforms = new ArrayList<>();
        for (String platform : choices.platforms()) {
            if (Platform.parse(platform).filter(base::lacks).isPresent()) {
                notes.add("left out " + platform + ": " + base.name() + " is not for it");
            } else {
                platforms.add(platform);
            }
        }
        return new Choices(
                choices.image(),
                platforms.isEmpty() ? List.of(host.toString()) : platforms,
                choices.workflow(),
                choices.base());
    }

    /** The Dockerfile of a program, beside a file with its usual name. */
    private String dockerfile(Program program, int count) {
        String place = program.module().isEmpty() || count == 1 ? "" : program.module() + "/";
        String name = program.module().isEmpty() && count > 1 ? "Dockerfile." + program.name() : "Dockerfile";
        return place + (root.has(place + name) ? name + ".release" : name);
    }
}
