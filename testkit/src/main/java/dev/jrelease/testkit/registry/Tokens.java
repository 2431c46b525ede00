package dev.jrelease.testkit.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The token endpoint of a registry: GET with Basic, POST with a password or a refresh token. */
final class Tokens {
    private static final String ANONYMOUS = "";
    private final ObjectMapper json = new ObjectMapper();
    private volatile Login.Token login;
    private final Map<String, Grant> granted = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    Tokens(Login.Token login) {
        this.login = login;
    }

    /** What a token was granted for; empty if it was never handed out, or has expired. */
    Optional<Grant> grant(String token) {
        return Optional.ofNullable(granted.get(token));
    }

    void change(Login.Token other) {
        login = other;
        expire();
    }

    /** Makes every access token that was handed out worthless. */
    void expire() {
        granted.clear();
    }

    /** A refresh token as {@code docker login} would have stored it. */
    String newRefreshToken() {
        String token = UUID.randomUUID().toString();
        refreshTokens.add(token);
        return token;
    }

    void answer(Call call) throws IOException {
        boolean posted = call.method().equals("POST");
        Parameters parameters = posted ? call.form() : call.query();
        String user = posted ? postedUser(parameters) : user(call);
        call.loggedIn(user);
        String token = UUID.randomUUID().toString();
        List<Scope> scopes = parameters.all("scope").stream()
                .flatMap(scope -> Scope.parse(scope).stream())
                .flatMap(scope -> allowed(user, scope))
                .toList();
        granted.put(token, new Grant(user, scopes));
        boolean offline = parameters.first("offline_token").isPresent()
                || parameters.first("access_type").equals(Optional.of("offline"));
        call.with("Content-Type", "application/json").answer(200, body(posted, token, offline));
    }

    private byte[] body(boolean posted, String token, boolean offline) throws IOException {
        ObjectNode body = json.createObjectNode();
        if (!posted) {
            body.put("token", token);
        }
        body.put("access_token", token).put("expires_in", 300);
        if (offline) {
            body.put("refresh_token", newRefreshToken());
        }
        return json.writeValueAsBytes(body);
    }

    private String user(Call call) {
        Optional<String> authorization = call.header("Authorization");
        if (authorization.isEmpty() && login.anonymousPull()) {
            return ANONYMOUS;
        }
        return authorization
                .flatMap(BasicCredential::parse)
                .filter(credential -> credential.is(login.user(), login.password()))
                .map(BasicCredential::user)
                .orElseThrow(() -> new Refusal(401, "UNAUTHORIZED", "incorrect username or password"));
    }

    private String postedUser(Parameters form) {
        boolean known = switch (form.first("grant_type").orElse("")) {
            case "refresh_token" ->
                form.first("refresh_token").filter(refreshTokens::contains).isPresent();
            case "password" ->
                new BasicCredential(
                                form.first("username").orElse(""),
                                form.first("password").orElse(""))
                        .is(login.user(), login.password());
            default -> throw new Refusal(400, "UNSUPPORTED", "unsupported grant_type");
        };
        if (!known) {
            throw new Refusal(401, "UNAUTHORIZED", "the token or password is not known here");
        }
        return login.user();
    }

    private static Stream<Scope> allowed(String user, Scope asked) {
        if (!user.equals(ANONYMOUS)) {
            return Stream.of(asked);
        }
        return asked.actions().contains("pull")
                ? Stream.of(new Scope(asked.repository(), Set.of("pull")))
                : Stream.empty();
    }

    /** Who may do what with a token. */
    record Grant(String user, List<Scope> scopes) {
        boolean covers(List<Scope> needed) {
            return needed.stream().allMatch(need -> scopes.stream().anyMatch(scope -> scope.covers(need)));
        }
    }
}
