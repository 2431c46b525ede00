package dev.jrelease.registry;

import dev.jrelease.image.Access;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What to try when a registry does not do what it was asked.
 *
 * @param user who is logged in there, if anyone is
 */
record Hints(String host, Access access, Supplier<Optional<String>> user) {
    private static final String REPOSITORY = "repository:";

    private static final String INSECURE = "accept it with insecure: true in docker_manifests, or inspect --insecure";

    @Nullable
    String forAnswer(int status, List<String> codes, Call call) {
        if (status == 401 || status == 403) {
            return login(call);
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
            return "some registries want the repository to be created first";
        }
        if (status == 413) {
            return "a proxy in front of the registry limits the size of uploads";
        }
        return status >= 500 ? "the registry has a problem of its own: look at its log, or try later" : null;
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
                .orElse("nobody is logged in there: " + command());
    }

    private static String where(Call call) {
        return call.scopes().actions().keySet().stream()
                .findFirst()
                .map(resource -> " in " + resource.substring(resource.startsWith(REPOSITORY) ? REPOSITORY.length() : 0))
                .orElse("");
    }

    private String command() {
        return host.equals("docker.io") ? "docker login" : "docker login " + host;
    }

    String untrusted() {
        return "make its certificate authority known to the JDK, or " + INSECURE;
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
