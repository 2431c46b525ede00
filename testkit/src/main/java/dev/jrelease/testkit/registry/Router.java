package dev.jrelease.testkit.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes each request through the gate and past the faults to its endpoint, and puts refusals into words. */
final class Router implements HttpHandler {
    private static final String NAME = "[a-z0-9]+(?:(?:\\.|_|__|-+|/)[a-z0-9]+)*";
    static final String TAG = "[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}";

    private final ObjectMapper json = new ObjectMapper();
    private final RequestLog log;
    private final Authentication gate;
    private final Faults faults;
    private final List<Route> routes;

    Router(RequestLog log, Authentication gate, Faults faults, RegistryContent holdings, Dialect dialect) {
        this.log = log;
        this.gate = gate;
        this.faults = faults;
        Lag lag = new Lag();
        Uploads uploads = new Uploads(holdings, log, lag, dialect);
        Listings listings = new Listings(holdings);
        this.routes = List.of(
                route("blobs/uploads/()", uploads),
                route("blobs/uploads/([0-9a-f-]+)", uploads),
                route("blobs/(" + Sha256.PATTERN + ")", new Blobs(holdings, log, lag)),
                route("manifests/(" + Sha256.PATTERN + "|" + TAG + ")", new Manifests(holdings, log, lag, dialect)),
                route("tags/list()", (call, repository, _) -> listings.tags(call, repository)),
                route("referrers/(" + Sha256.PATTERN + ")", listings::referrers));
    }

    private static Route route(String pattern, Endpoint endpoint) {
        return new Route(Pattern.compile("/v2/(" + NAME + ")/" + pattern), endpoint);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(exchange, log);
        call.with("Docker-Distribution-API-Version", "registry/2.0");
        try {
            dispatch(call);
        } catch (Refusal refusal) {
            answer(call, refusal);
        }
    }

    private void dispatch(Call call) throws IOException {
        if (call.path().equals("/token")) {
            if (faults.letPass(call)) {
                gate.tokens().answer(call);
            }
        } else if (call.path().equals("/v2/") || call.path().equals("/v2")) {
            gate.admit(call, List.of());
            if (faults.letPass(call)) {
                gate.admit(call, List.of());
                call.answer(200);
            }
        } else {
            Found found = find(call.path());
            List<Scope> needed = Scope.needed(call, found.repository());
            gate.admit(call, needed);
            if (faults.letPass(call)) {
                gate.admit(call, needed);
                found.endpoint().answer(call, found.repository(), found.reference());
            }
        }
    }

    private Found find(String path) {
        return routes.stream()
                .map(route -> route.match(path))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "NAME_INVALID", "there is nothing at " + path));
    }

    /** A refusal without a code is that of a proxy. */
    private void answer(Call call, Refusal refusal) throws IOException {
        if (refusal.code().isEmpty()) {
            Fault.Answer page = Fault.page(refusal.status(), refusal.text());
            page.headers().forEach(call::with);
            call.answer(page.status(), page.body().getBytes(StandardCharsets.UTF_8));
        } else {
            call.with("Content-Type", "application/json").answer(refusal.status(), body(refusal));
        }
    }

    private byte[] body(Refusal refusal) throws IOException {
        ObjectNode body = json.createObjectNode();
        body.putArray("errors").addObject().put("code", refusal.code()).put("message", refusal.text());
        return json.writeValueAsBytes(body);
    }

    private record Route(Pattern pattern, Endpoint endpoint) {
        Optional<Found> match(String path) {
            Matcher matcher = pattern.matcher(path);
            return matcher.matches()
                    ? Optional.of(new Found(endpoint, matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        }
    }

    private record Found(Endpoint endpoint, String repository, String reference) {}
}
