package dev.jrelease.registry;

import dev.jrelease.credentials.Credential;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.http.Challenge;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Finds what to put into the {@code Authorization} header of requests to one registry. Tokens are kept and shared. */
final class Authorizer {
    private final String host;
    private final Credentials credentials;
    private final TokenServer tokenServer;
    private final ReentrantLock lock = new ReentrantLock();
    /** The latest first. */
    private final Deque<Token> tokens = new ArrayDeque<>();

    private Optional<Credential> credential = Optional.empty();
    private boolean lookedUp;
    private volatile @Nullable Challenge learned;

    Authorizer(String host, Credentials credentials, TokenServer tokenServer) {
        this.host = host;
        this.credentials = credentials;
        this.tokenServer = tokenServer;
    }

    /** What to send before the registry asks, if it is known that it will. */
    Optional<String> header(Call call, SchemeProbe.ProbeResult greeting) throws IOException, InterruptedException {
        Challenge latest = learned;
        Optional<Challenge> challenge = latest == null ? greeting.challenge() : Optional.of(latest);
        return challenge.isEmpty()
                ? Optional.empty()
                : answer(call, greeting.origin(), challenge.get(), Optional.empty());
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
                    ? credential().filter(UserPassword.class::isInstance).map(TokenServer::basic)
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
            if (token.isFresh() && token.scopes().cover(needed)) {
                return token;
            }
        }
        Token fresh = tokenServer.token(call, registry, challenge, needed, credential());
        tokens.addFirst(fresh);
        return fresh;
    }

    /** What is older than a token that is no longer good is not good either. */
    private void forget(String refused) {
        boolean older = tokens.stream().anyMatch(token -> token.header().equals(refused));
        while (older) {
            older = !tokens.removeLast().header().equals(refused);
        }
    }

    private Optional<Credential> credential() throws InterruptedException {
        if (!lookedUp) {
            credential = credentials.forRegistry(host);
            lookedUp = true;
        }
        return credential;
    }

    /** Who the registry takes us for, if that was looked up and there is a name. */
    Optional<String> user() {
        lock.lock();
        try {
            return credential.map(Authorizer::name);
        } finally {
            lock.unlock();
        }
    }

    private static String name(Credential of) {
        return of instanceof UserPassword login ? login.user() : "the owner of the identity token";
    }
}
