package dev.jrelease.registry;

import dev.jrelease.credentials.Credential;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.http.Challenge;
import dev.jrelease.registry.Logins.Login;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Creates the {@code Authorization} header of requests to one registry. Tokens are cached. */
final class Authorizer {
    private final Logins logins;
    private final TokenServer tokenServer;
    /** Token servers also use 400, OAuth 2's status for an invalid refresh token. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private final ReentrantLock lock = new ReentrantLock();
    /** The tokens, latest first. */
    private final Deque<Token> tokens = new ArrayDeque<>();

    private volatile @Nullable Challenge learned;

    Authorizer(Logins logins, TokenServer tokenServer) {
        this.logins = logins;
        this.tokenServer = tokenServer;
    }

    /** The header for a first request; empty if the registry is not known to require one. */
    Optional<String> header(Call call, SchemeProbe.ProbeResult probed) throws IOException, InterruptedException {
        Challenge latest = learned;
        Optional<Challenge> challenge = latest == null ? probed.challenge() : Optional.of(latest);
        return challenge.isEmpty()
                ? Optional.empty()
                : answer(call, probed.origin(), challenge.get(), Optional.empty());
    }

    /** The header after a 401; empty if there is none better than the one that was refused. */
    Optional<String> headerAfter(Call call, Origin registry, List<Challenge> challenges, Optional<String> refused)
            throws IOException, InterruptedException {
        Optional<Challenge> challenge = Challenges.preferred(challenges);
        if (challenge.isEmpty()) {
            return Optional.empty();
        }
        learned = challenge.get();
        return answer(call, registry, challenge.get(), refused).filter(header -> !refused.equals(Optional.of(header)));
    }

    private Optional<String> answer(Call call, Origin registry, Challenge challenge, Optional<String> refused)
            throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            return challenge.scheme().equals(Challenges.BASIC)
                    ? basic(call, refused)
                    : Optional.of(token(call, registry, challenge, refused).header());
        } finally {
            lock.unlock();
        }
    }

    private Token token(Call call, Origin registry, Challenge challenge, Optional<String> refused)
            throws IOException, InterruptedException {
        // A challenge about another request has other scopes.
        Scopes needed = refused.isPresent() ? call.scopes().plus(Challenges.scopes(challenge)) : call.scopes();
        refused.ifPresent(this::forget);
        for (Token token : tokens) {
            if (token.isFreshAt(logins.now()) && token.scopes().cover(needed)) {
                return token;
            }
        }
        Token fresh = fresh(call, registry, challenge, needed);
        tokens.addFirst(fresh);
        return fresh;
    }

    /** Requests a new token; the login of the last one may have expired. */
    private Token fresh(Call call, Origin registry, Challenge challenge, Scopes needed)
            throws IOException, InterruptedException {
        Login login = logins.of(needed);
        try {
            return tokenServer.token(call, registry, challenge, needed, login.credential());
        } catch (RegistryException refusal) {
            Optional<Login> other =
                    REFUSALS.contains(refusal.status()) && login.isKept() ? logins.inPlaceOf(login) : Optional.empty();
            if (other.isEmpty()) {
                throw refusal;
            }
            return tokenServer.token(
                    call, registry, challenge, needed, other.get().credential());
        }
    }

    private Optional<String> basic(Call call, Optional<String> refused) throws InterruptedException {
        Login login = logins.of(call.scopes());
        Optional<String> header = header(login);
        boolean wasRefused = header.isPresent() && header.equals(refused);
        return wasRefused ? logins.inPlaceOf(login).flatMap(Authorizer::header) : header;
    }

    private static Optional<String> header(Login login) {
        return login.credential().filter(UserPassword.class::isInstance).map(TokenServer::basic);
    }

    /** Removes a refused token and all older ones. */
    private void forget(String refused) {
        boolean older = tokens.stream().anyMatch(token -> token.header().equals(refused));
        while (older) {
            older = !tokens.removeLast().header().equals(refused);
        }
    }

    /** The user of the login, if it was looked up and has a name. */
    Optional<String> user() {
        return logins.latest().map(Authorizer::name);
    }

    private static String name(Credential of) {
        return of instanceof UserPassword login ? login.user() : "the owner of the identity token";
    }
}
