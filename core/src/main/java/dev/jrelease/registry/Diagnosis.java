package dev.jrelease.registry;

import dev.jrelease.concurrent.TooSlowException;
import dev.jrelease.failure.Reason;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.NoAnswerException;
import dev.jrelease.http.NotTlsException;
import dev.jrelease.http.UnreachableException;
import dev.jrelease.http.UntrustedCertificateException;
import dev.jrelease.registry.RegistryException.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Describes a failed request for a message, and decides whether a retry may help. */
record Diagnosis(String host, Hints hints) {
    private static final int LONGEST_BODY = 64 * 1024;

    /** Statuses that a retry does not change. */
    private static final Set<Integer> NEVER_DONE = Set.of(501, 505);

    /** The same for a server that the registry sends requests to. */
    Diagnosis at(Origin there) {
        return new Diagnosis(there.host(), hints);
    }

    /** An answer with an unexpected status. */
    RegistryException refused(Call call, URI uri, HttpResponse response) throws IOException {
        int status = response.status();
        Optional<Duration> asked = RetryAfter.read(response.headers());
        ErrorBody error = ErrorBody.read(response.excerpt(LONGEST_BODY));
        String who = isElsewhere(uri) ? Origin.of(uri).host() + " answered " : "";
        String words = error.words().isEmpty() ? "" : ": " + error.words();
        return new RegistryException(new Failure(
                call.attempt(),
                who + "HTTP " + status + words,
                hints.forAnswer(status, error, call),
                null,
                status,
                error.codes(),
                error.words(),
                recovery(status, error, asked),
                asked));
    }

    /** A refusal without a reason, after the same permission was granted: some registries limit requests this way. */
    RegistryException afterAllowing(RegistryException refused, Call call) {
        return refused.hinting(hints.afterAllowing(call)).with(Recovery.LIMIT);
    }

    private boolean isElsewhere(URI uri) {
        return !host.toLowerCase(Locale.ROOT).startsWith(Origin.of(uri).host());
    }

    /** GHCR limits its users by a 403, which only its message or a time to wait distinguishes from a final one. */
    private static Recovery recovery(int status, ErrorBody error, Optional<Duration> asked) {
        boolean isSecondary = error.words().toLowerCase(Locale.ROOT).contains("secondary rate limit");
        if (isSecondary || (status == 403 && asked.isPresent())) {
            return Recovery.LONG_LIMIT;
        }
        if (status == 429 || error.codes().contains("TOOMANYREQUESTS")) {
            return Recovery.LIMIT;
        }
        boolean passes = status == 408 || (status >= 500 && !NEVER_DONE.contains(status));
        return passes ? Recovery.OUTAGE : Recovery.NONE;
    }

    /** No response, or an incomplete one. */
    RegistryException broken(Call call, IOException problem) {
        return failure(call, words(problem), hint(problem), problem, recovery(problem));
    }

    /** An address that cannot be followed, without its query, which may be a signature. */
    RegistryException malformed(Call call, String location) {
        int query = location.indexOf('?');
        return wrong(
                call, "it sends us to a malformed address: " + (query < 0 ? location : location.substring(0, query)));
    }

    /** A response that violates the specification. */
    RegistryException wrong(Call call, String words) {
        return failure(call, words, null, null, Recovery.NONE);
    }

    /** A redirect to plain http. */
    RegistryException leadsToPlainHttp(Call call, String words, Origin there) {
        return failure(call, words, hints.plainElsewhere(there), null, Recovery.NONE);
    }

    private static RegistryException failure(
            Call call, String words, @Nullable String hint, @Nullable Throwable cause, Recovery recovery) {
        return new RegistryException(
                new Failure(call.attempt(), words, hint, cause, 0, List.of(), "", recovery, Optional.empty()));
    }

    private String words(IOException problem) {
        return switch (problem) {
            case UnreachableException _ -> host + " cannot be reached: " + problem.getMessage();
            case UntrustedCertificateException _,
                    NotTlsException _,
                    ProtocolException _,
                    NoAnswerException _,
                    TooSlowException _ -> host + ": " + problem.getMessage();
            default -> "the connection to " + host + " broke (" + Reason.of(problem) + ")";
        };
    }

    private @Nullable String hint(IOException problem) {
        return switch (problem) {
            case UnreachableException _ -> hints.unreachable();
            case UntrustedCertificateException _ -> hints.untrusted();
            case NotTlsException _ -> hints.plain();
            case SSLException alert when asksForOurCertificate(alert) -> hints.ourCertificate();
            default -> null;
        };
    }

    /** Known only from the name of the alert, which arrives with the first answer. */
    private static boolean asksForOurCertificate(SSLException alert) {
        String words = String.valueOf(alert.getMessage());
        return words.contains("certificate_required") || words.contains("bad_certificate");
    }

    private static Recovery recovery(IOException problem) {
        boolean passes = switch (problem) {
            case NotTlsException tls -> tls.isSilence();
            case UntrustedCertificateException _, UnreachableException _, ProtocolException _ -> false;
            case SSLException tls -> wasCutOff(tls);
            default -> true;
        };
        return passes ? Recovery.OUTAGE : Recovery.NONE;
    }

    /** TLS that was closed without an alert, as by a server that restarts. */
    static boolean wasCutOff(SSLException problem) {
        return Stream.iterate((Throwable) problem, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof EOFException || cause instanceof SocketException);
    }
}
