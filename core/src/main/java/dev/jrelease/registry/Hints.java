package dev.jrelease.registry;

import dev.jrelease.image.Access;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hints for failed requests.
 *
 * @param user the user of the login, if there is one
 */
record Hints(String host, Access access, Supplier<Optional<String>> user) {
    private static final String REPOSITORY = "repository:";

    private static final String INSECURE = "accept it with insecure: true in the entry, or with --insecure";

    @Nullable
    String forAnswer(int status, ErrorBody error, Call call) {
        List<String> codes = error.codes();
        if (writesManifest(call) && isAboutExistingTag(status, error)) {
            return new KnownRegistry(host).immutableTags(repository(call));
        }
        if (status == 401 || status == 403) {
            return denied(status, call);
        }
        if (status == 429 || codes.contains("TOOMANYREQUESTS")) {
            return "its rate limit is reached: wait a while"
                    + (user.get().isPresent() ? "" : ", or log in: " + command());
        }
        if (status == 415 || (codes.contains("MANIFEST_INVALID") && isOci(call))) {
            return "the registry may be too old for the OCI media types that jrelease pushes: use a version that"
                    + " supports OCI images";
        }
        if (status == 404 && !call.isRead()) {
            return new KnownRegistry(host).missingRepository(repository(call));
        }
        if (status == 413) {
            return "a proxy in front of the registry limits the size of uploads";
        }
        return status >= 500 ? "the registry has a problem of its own: look at its log, or try later" : null;
    }

    private static boolean writesManifest(Call call) {
        return call.method().equals("PUT") && call.target().contains("/manifests/");
    }

    /** Registries use different statuses: Harbor 412, Artifactory 409, ECR 400 with a code of its own. */
    private static boolean isAboutExistingTag(int status, ErrorBody error) {
        return status == 409
                || status == 412
                || error.codes().contains("TAG_INVALID")
                || (status >= 400
                        && status < 500
                        && error.words().toLowerCase(Locale.ROOT).contains("immutab"));
    }

    /** Names a setting only if there is a login; without one, the login is the cause. */
    private String denied(int status, Call call) {
        Optional<String> setting = status == 403 && !call.isRead() && user.get().isPresent()
                ? new KnownRegistry(host).denied()
                : Optional.empty();
        return setting.orElseGet(() -> login(call));
    }

    private static boolean isOci(Call call) {
        return call.headers()
                .first("Content-Type")
                .filter(type -> type.startsWith("application/vnd.oci."))
                .isPresent();
    }

    String afterAllowing(Call call) {
        return "the registry allowed the same" + where(call) + " before, and gives no reason: it may limit how many"
                + " requests it takes; wait a while";
    }

    private String login(Call call) {
        return user.get()
                .map(name -> "check that " + name + " may do that" + where(call) + ", or log in again: " + command())
                .orElse("there is no login for this registry: " + command());
    }

    private static String where(Call call) {
        String repository = repository(call);
        return repository.isEmpty() ? "" : " in " + repository;
    }

    private static String repository(Call call) {
        return call.scopes().actions().keySet().stream()
                .findFirst()
                .map(resource -> resource.substring(resource.startsWith(REPOSITORY) ? REPOSITORY.length() : 0))
                .orElse("");
    }

    private String command() {
        return host.equals("docker.io") ? "docker login" : "docker login " + host;
    }

    String untrusted() {
        return "put the certificate of its authority into /etc/docker/certs.d/" + host
                + "/ca.crt, name it with ca: in registries, or " + INSECURE;
    }

    String ourCertificate() {
        return "it asks for a certificate: put client.cert and client.key into /etc/docker/certs.d/" + host;
    }

    String plain() {
        return access == Access.STRICT ? "if it is meant to speak plain http, " + INSECURE : "check the port";
    }

    String plainElsewhere(Origin there) {
        String https = "let " + there.host() + " speak https with a trusted certificate";
        return access == Access.STRICT ? https : https + "; insecure covers " + host + " alone";
    }

    String unreachable() {
        return "check the name of the registry, and that it can be reached from here (HTTPS_PROXY, NO_PROXY)";
    }
}
