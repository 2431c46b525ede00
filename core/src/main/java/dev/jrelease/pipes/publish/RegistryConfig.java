package dev.jrelease.pipes.publish;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.RegistryPath;
import dev.jrelease.registry.Registries;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An entry of {@code registries}.
 *
 * <pre>
 * registries:
 *   - name: mirror.example.com
 *     required: false
 *     ca: certs/mirror.pem
 * </pre>
 */
public record RegistryConfig(
        @Description("The host of the registry, or the beginning of names there up to a slash.")
        @Required
        @Example({"mirror.example.com", "ghcr.io/acme-mirror"})
        RegistryPath name,

        @Description("Whether the release fails if this registry does. A mirror that fails does not stop the others.")
        @Default("true")
        @Example("false")
        Optional<Boolean> required,

        @Description("A file with certificates, in PEM form, of authorities that the host's own certificate may be"
                + " signed by, from the project's folder.")
        @Example("certs/company.pem")
        Optional<Located<String>> ca) {

    boolean isRequired() {
        return required.orElse(true);
    }

    /**
     * Lets requests to the host accept what these authorities signed.
     *
     * @throws ReleaseException of kind CONFIGURATION or ENVIRONMENT if the file is outside of the project, or has no
     *     certificate
     */
    void trust(Registries registries, Path project) {
        ca.ifPresent(file -> {
            try {
                registries.trust(name.host(), SourceTree.around(project).inside(project.resolve(file.value())));
            } catch (OutsideException | InvalidPathException refused) {
                throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "read the certificates in " + file)
                        .because(refused)
                        .hint("put the file into the project, or into /etc/docker/certs.d/" + name.host())
                        .at(file.location())
                        .build();
            } catch (ReleaseException unreadable) {
                throw unreadable.at(file.location());
            }
        });
    }

    boolean names(ImageReference repository) {
        return name.contains(repository);
    }
}
