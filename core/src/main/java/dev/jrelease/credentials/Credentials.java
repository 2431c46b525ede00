package dev.jrelease.credentials;

import dev.jrelease.environment.Environment;
import dev.jrelease.process.Command;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.secret.Redactor;
import java.util.Optional;

/**
 * Finds the credentials of registries as {@code docker login} left them, in {@code DOCKER_CONFIG} or {@code ~/.docker}.
 * Looks anew each time it is asked: helpers hand out tokens that expire.
 */
public final class Credentials {
    private final Environment environment;
    private final ProcessRunner processes;
    private final Redactor redactor;
    private final Command.Limit helperLimit;

    private Credentials(
            Environment environment, ProcessRunner processes, Redactor redactor, Command.Limit helperLimit) {
        this.environment = environment;
        this.processes = processes;
        this.redactor = redactor;
        this.helperLimit = helperLimit;
    }

    public static Credentials of(Environment environment, ProcessRunner processes) {
        return of(environment, processes, new Redactor());
    }

    /** Tells the redactor every secret that is found. */
    public static Credentials of(Environment environment, ProcessRunner processes, Redactor redactor) {
        return new Credentials(environment, processes, redactor, CredentialHelper.LIMIT);
    }

    /** The same, but what a helper may take is this. */
    Credentials within(Command.Limit limit) {
        return new Credentials(environment, processes, redactor, limit);
    }

    /**
     * What to show a registry; empty if nobody logged in there. A helper is asked before the file's own entries.
     *
     * @param host as an image reference names it, with its port; any of Docker Hub's names
     * @throws dev.jrelease.failure.ReleaseException of kind ENVIRONMENT if the file is malformed or a helper missing
     */
    public Optional<Credential> forRegistry(String host) throws InterruptedException {
        RegistryHost registry = RegistryHost.of(host);
        DockerConfigFile file = DockerConfigFile.read(environment);
        Optional<Credential> found = fromHelper(file, registry).or(() -> file.credential(registry));
        found.ifPresent(login -> redactor.learnSent(login.userName(), login.secret()));
        return found;
    }

    private Optional<Credential> fromHelper(DockerConfigFile file, RegistryHost registry) throws InterruptedException {
        Optional<String> helper = file.helper(registry);
        return helper.isEmpty()
                ? Optional.empty()
                : new CredentialHelper(
                                "docker-credential-" + helper.get(), file.path(), environment, processes, helperLimit)
                        .credential(registry);
    }
}
