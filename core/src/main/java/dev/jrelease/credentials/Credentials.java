package dev.jrelease.credentials;

import dev.jrelease.environment.Environment;
import dev.jrelease.process.Command;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.secret.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the credentials of registries as {@code docker login}, {@code docker/login-action} and {@code podman login} left
 * them. Looks anew each time it is asked: helpers hand out tokens that expire.
 */
public final class Credentials {
    private static final Path RUNTIME_FOLDERS = Path.of("/run/containers");
    private static final Set<String> PUSH = Set.of("pull", "push");

    private final Environment environment;
    private final ProcessRunner processes;
    private final Redactor redactor;
    private final Command.Limit helperLimit;
    private final Path runtimeFolders;

    private Credentials(
            Environment environment,
            ProcessRunner processes,
            Redactor redactor,
            Command.Limit helperLimit,
            Path runtimeFolders) {
        this.environment = environment;
        this.processes = processes;
        this.redactor = redactor;
        this.helperLimit = helperLimit;
        this.runtimeFolders = runtimeFolders;
    }

    /** The same, but users without a runtime folder of their own have it here. */
    Credentials withRuntimeFolders(Path folder) {
        return new Credentials(environment, processes, redactor, helperLimit, folder);
    }

    /** Masks every secret that is found, by the redactor. */
    public static Credentials of(Environment environment, Redactor redactor) {
        return new Credentials(
                environment, new ProcessRunner(environment), redactor, CredentialHelper.LIMIT, RUNTIME_FOLDERS);
    }

    /** The same, but what a helper may take is this. */
    Credentials within(Command.Limit limit) {
        return new Credentials(environment, processes, redactor, limit, runtimeFolders);
    }

    /**
     * The login for a registry; empty if there is none.
     *
     * @param host as an image reference names it, with its port; any of Docker Hub's names
     * @throws dev.jrelease.failure.ReleaseException of kind ENVIRONMENT if a file is malformed or a helper missing
     */
    public Optional<Credential> forRegistry(String host) throws InterruptedException {
        return first(sources(host, "", Set.of()));
    }

    /**
     * Where the login may be kept for some actions in a repository, in the order in which it is looked for: what is for
     * these alone; the file that {@code REGISTRY_AUTH_FILE} names; what {@code docker login} left; what {@code podman
     * login} left; what is for pushing there, which has to look up and read back, too.
     *
     * @param actions as scopes of tokens name them: {@code pull}, {@code push}
     */
    public List<LoginSource> sources(String host, String repository, Set<String> actions) {
        RegistryHost registry = RegistryHost.of(host);
        PodmanLogins podman = new PodmanLogins(environment, runtimeFolders);
        BuildxLogins buildx = new BuildxLogins(environment);
        Optional<Path> scoped = buildx.file(registry, repository, actions);
        Optional<Path> forPushing = repository.isEmpty() ? scoped : buildx.file(registry, repository, PUSH);
        return Stream.of(
                        scoped.map(DockerConfigFile::read).stream().flatMap(file -> file.sources(registry)),
                        podman(podman.named().stream(), registry, repository),
                        DockerConfigFile.read(environment).sources(registry),
                        podman(podman.usual().filter(Files::isReadable), registry, repository),
                        forPushing.map(DockerConfigFile::read).stream().flatMap(file -> file.sources(registry)))
                .flatMap(sources -> sources)
                .distinct()
                .toList();
    }

    private static Stream<LoginSource> podman(Stream<Path> files, RegistryHost host, String repository) {
        return files.map(DockerConfigFile::read).flatMap(file -> file.sources(host, repository));
    }

    /** The first login that these sources have. Helpers are called every time, because their tokens expire. */
    public Optional<Credential> first(List<LoginSource> sources) throws InterruptedException {
        for (LoginSource source : sources) {
            Optional<Credential> found = switch (source) {
                case LoginSource.Entry(Path _, Credential credential) -> Optional.of(credential);
                case LoginSource.Helper helper -> ask(helper);
            };
            if (found.isPresent()) {
                redactor.learnSent(found.get().userName(), found.get().secret());
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Credential> ask(LoginSource.Helper helper) throws InterruptedException {
        return new CredentialHelper(helper, environment, processes, helperLimit).credential();
    }
}
