package dev.jrelease.testkit.registry;

import java.util.List;
import java.util.Optional;

/** Lets requests in as the registry's login demands, and challenges the others. */
final class Authentication {
    private volatile Login login;
    private final Tokens tokens;

    Authentication(Login login) {
        this.login = login;
        this.tokens = new Tokens(token(login));
    }

    private static Login.Token token(Login login) {
        return login instanceof Login.Token token ? token : Login.token("", "");
    }

    /** From now on another login is asked for, and no token is good that was given out for the former one. */
    void change(Login other) {
        login = other;
        tokens.change(token(other));
    }

    Tokens tokens() {
        return tokens;
    }

    /** Throws a refusal, with the challenge already in the answer's headers, unless the request may pass. */
    void admit(Call call, List<Scope> needed) {
        switch (login) {
            case Login.None _ -> {}
            case Login.Basic basic -> admit(call, basic);
            case Login.Token _ -> admitToken(call, needed);
        }
    }

    private static void admit(Call call, Login.Basic basic) {
        Optional<BasicCredential> credential = call.header("Authorization")
                .flatMap(BasicCredential::parse)
                .filter(given -> given.is(basic.user(), basic.password()));
        if (credential.isEmpty()) {
            call.with("WWW-Authenticate", "Basic realm=\"testkit\"");
            throw new Refusal(401, "UNAUTHORIZED", "authentication required");
        }
        call.loggedIn(credential.get().user());
    }

    private void admitToken(Call call, List<Scope> needed) {
        Optional<Tokens.Grant> grant = call.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> tokens.grant(header.substring("Bearer ".length())));
        grant.ifPresent(known -> call.loggedIn(known.user()));
        if (grant.filter(known -> known.covers(needed)).isEmpty()) {
            call.with("WWW-Authenticate", challenge(call, needed, grant.isPresent()));
            throw new Refusal(401, "UNAUTHORIZED", "authentication required");
        }
    }

    private static String challenge(Call call, List<Scope> needed, boolean insufficient) {
        StringBuilder challenge = new StringBuilder("Bearer realm=\"" + call.origin() + "/token\",service=\"testkit\"");
        if (!needed.isEmpty()) {
            challenge.append(",scope=\"");
            challenge.append(
                    String.join(" ", needed.stream().map(Scope::toString).toList()));
            challenge.append('"');
        }
        return challenge
                .append(insufficient ? ",error=\"insufficient_scope\"" : "")
                .toString();
    }
}
