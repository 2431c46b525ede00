package dev.jrelease.http;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Determines the route to a host: direct, or by the proxy of {@code HTTPS_PROXY} or {@code HTTP_PROXY}. */
final class ProxyRoutes extends DefaultRoutePlanner {
    private static final List<String> SCHEMES = List.of("http", "https");

    private final Optional<URI> https;
    private final Optional<URI> http;
    private final NoProxy noProxy;

    ProxyRoutes(Environment environment) {
        super(DefaultSchemePortResolver.INSTANCE);
        this.https = proxy(environment, "HTTPS_PROXY");
        this.http = proxy(environment, "HTTP_PROXY");
        this.noProxy = new NoProxy(variable(environment, "NO_PROXY").orElse(""));
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext exchange) {
        return proxyFor(target)
                .map(uri -> new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort()))
                .orElse(null);
    }

    private Optional<URI> proxyFor(HttpHost target) {
        Optional<URI> proxy = target.getSchemeName().equals("https") ? https : http;
        return noProxy.covers(target.getHostName(), target.getPort()) ? Optional.empty() : proxy;
    }

    /** The proxies whose URL contains a user and a password. */
    List<URI> withUserInfo() {
        return Stream.concat(https.stream(), http.stream())
                .filter(uri -> uri.getUserInfo() != null)
                .distinct()
                .toList();
    }

    private static Optional<URI> proxy(Environment environment, String name) {
        return variable(environment, name).map(text -> uri(name, text));
    }

    private static Optional<String> variable(Environment environment, String name) {
        return environment.variable(name).or(() -> environment.variable(name.toLowerCase(Locale.ROOT)));
    }

    private static URI uri(String name, String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean anyPort = uri.getPort() < 0;
            if (uri.getHost() != null
                    && SCHEMES.contains(uri.getScheme())
                    && (anyPort || Authority.isPort(String.valueOf(uri.getPort())))) {
                return uri;
            }
        } catch (URISyntaxException quotesThePassword) {
            // Reported below, without the value of the variable.
        }
        throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use the proxy of " + name)
                .because("it is not the address of an http proxy")
                .hint("write it as http://host:port")
                .build();
    }
}
