package dev.jrelease.registry;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.credentials.Credential;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.credentials.LoginSource;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The logins of one registry. Each is kept for a few minutes, the lifetime of the shortest-lived tokens of credential
 * helpers. Used by one thread at a time.
 */
final class Logins {
    /** Google's workload tokens are valid for five minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final String REPOSITORY = "repository:";

    private final String host;
    private final Credentials credentials;
    private final Pause clock;
    private final Map<List<LoginSource>, Login> known = new HashMap<>();
    private volatile @Nullable Login latest;

    Logins(String host, Credentials credentials, Pause clock) {
        this.host = host;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * A login.
     *
     * @param time when it was looked up
     * @param isKept whether it was looked up for an earlier request
     */
    record Login(List<LoginSource> sources, Optional<Credential> credential, long time, boolean isKept) {
        private Login kept() {
            return new Login(sources, credential, time, true);
        }
    }

    long now() {
        return clock.nanoTime();
    }

    /** The login for a request, looked up again if it is too old. */
    Login of(Scopes scopes) throws InterruptedException {
        List<LoginSource> sources = sources(scopes);
        Login login = known.get(sources);
        boolean isYoung = login != null && clock.nanoTime() - login.time() < LONGEST.toNanos();
        return login != null && isYoung ? login : lookUp(sources);
    }

    /** Another login after one was refused; empty if there is none. */
    Optional<Login> inPlaceOf(Login refused) throws InterruptedException {
        Login now = lookUp(refused.sources());
        return now.credential().equals(refused.credential()) ? Optional.empty() : Optional.of(now);
    }

    private Login lookUp(List<LoginSource> sources) throws InterruptedException {
        Login login = new Login(sources, credentials.first(sources), clock.nanoTime(), false);
        known.put(sources, login.kept());
        latest = login;
        return login;
    }

    /** The sources for the repository that a request writes to. */
    private List<LoginSource> sources(Scopes scopes) {
        Optional<String> resource = scopes.actions().keySet().stream()
                .filter(name -> name.startsWith(REPOSITORY))
                .reduce((one, other) ->
                        actions(scopes, one).size() >= actions(scopes, other).size() ? one : other);
        return resource.map(
                        name -> credentials.sources(host, name.substring(REPOSITORY.length()), actions(scopes, name)))
                .orElseGet(() -> credentials.sources(host, "", Set.of()));
    }

    private static Set<String> actions(Scopes scopes, String resource) {
        return scopes.actions().getOrDefault(resource, Collections.emptySortedSet());
    }

    /** The login that was looked up last. */
    Optional<Credential> latest() {
        Login login = latest;
        return login == null ? Optional.empty() : login.credential();
    }
}
