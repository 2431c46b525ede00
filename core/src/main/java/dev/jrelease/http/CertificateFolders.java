package dev.jrelease.http;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The certificates of hosts, as Docker finds them: {@code /etc/docker/certs.d/HOST[:PORT]/} with {@code ca.crt},
 * {@code client.cert} and {@code client.key}; and those that a configuration names.
 *
 * @see <a href="https://docs.docker.com/engine/security/certificates/">certificates of a registry</a>
 */
final class CertificateFolders {
    private static final int HTTPS = 443;
    private static final Path ALL_USERS = Path.of("/etc/docker/certs.d");

    private final List<Path> roots;
    private final Map<String, List<Path>> named = new ConcurrentHashMap<>();

    CertificateFolders(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The folder for all users, and that of an engine without root. */
    static CertificateFolders of(Environment environment) {
        Path configuration = environment
                .variable("XDG_CONFIG_HOME")
                .map(environment::resolve)
                .orElse(environment.home().resolve(".config"));
        return new CertificateFolders(List.of(ALL_USERS, configuration.resolve("docker/certs.d")));
    }

    /**
     * Adds certificates of authorities for a host.
     *
     * @param host with a port if it is not that of https
     */
    void trust(String host, Path authorities) {
        named.merge(
                host,
                List.of(authorities),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    HostCertificates of(String host, int port) {
        List<Path> authorities = new ArrayList<>();
        List<ClientCertificate> clients = new ArrayList<>();
        for (String name : port < 0 || port == HTTPS ? List.of(host, host + ":" + HTTPS) : List.of(host + ":" + port)) {
            authorities.addAll(named.getOrDefault(name, List.of()));
            for (Path root : roots) {
                List<Path> files = files(root.resolve(name));
                files.stream().filter(file -> isNamed(file, ".crt")).forEach(authorities::add);
                files.stream()
                        .filter(file -> isNamed(file, ".cert"))
                        .map(ClientCertificate::of)
                        .forEach(clients::add);
            }
        }
        return new HostCertificates(authorities, clients);
    }

    private static boolean isNamed(Path file, String ending) {
        return file.toString().endsWith(ending);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "list " + folder)
                    .because(problem)
                    .build();
        }
    }
}
