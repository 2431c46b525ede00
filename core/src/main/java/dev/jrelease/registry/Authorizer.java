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

/** Finds what to put into the {@code Authorization} header of requests to one registry. Tokens are kept and shared. */
final class Authorizer {
    private final Logins logins;
    private final TokenServer tokenServer;
    /** As token servers say it: OAuth 2 has 400 for a refresh token that is no longer good. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private final ReentrantLock lock = new ReentrantLock();
    /** The latest first. */
    private final Deque<Token> tokens = new ArrayDeque<>();

    private volatile @Nullable Challenge learned;

    Authorizer(Logins logins, TokenServer tokenServer) {
        this.logins = logins;
        this.tokenServer = tokenServer;
    }

    /** What to send before the registry asks, if it is known that it will. */
    Optional<String> header(Call call, SchemeProbe.ProbeResult probed) throws IOException, InterruptedException {
        Challenge latest = learned;
        Optional<Challenge> challenge = latest == null ? probed.challenge() : Optional.of(latest);
        return challenge.isEmpty()
                ? Optional.empty()
                : answer(call, probed.origin(), challenge.get(), Optional.empty());
    }

    /** What to send after a 401; empty if there is nothing better than what was sent. */
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
        // A challenge that was not about this request names the scopes of another one.
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

    /** A login that was good for the last token may have expired since. */
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

    /** What is older than a token that is no longer good is not good either. */
    private void forget(String refused) {
        boolean older = tokens.stream().anyMatch(token -> token.header().equals(refused));
        while (older) {
            older = !tokens.removeLast().header().equals(refused);
        }
    }

    /** Who the registry takes us for, if that was looked up and there is a name. */
    Optional<String> user() {
        return logins.latest().map(Authorizer::name);
    }

    private static String name(Credential of) {
        return of instanceof UserPassword login ? login.user() : "the owner of the identity token";
    }
}
