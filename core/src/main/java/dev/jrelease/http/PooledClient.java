package dev.jrelease.http;

import dev.jrelease.environment.Environment;
import java.net.URI;
import java.nio.channels.SocketChannel;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Configures HttpClient without redirects, retries, cookies and decompression. */
final class PooledClient {
    /** More than a run uses at once: a transfer from a registry to itself uses two connections. */
    private static final int CONNECTIONS_PER_HOST = 64;

    private static final TimeValue UNUSED = TimeValue.ofSeconds(1);

    private PooledClient() {}

    static CloseableHttpClient create(
            Environment environment, Trust trust, CertificateFolders folders, PooledTransport.Timeouts timeouts) {
        Tls tls = new Tls(trust, new TlsContexts(trust, environment, folders), timeouts.answer());
        ProxyRoutes routes = new ProxyRoutes(environment);
        return HttpClientBuilder.create()
                .setConnectionManager(connections(tls, timeouts))
                .setRoutePlanner(routes)
                .setDefaultCredentialsProvider(proxyLogins(routes))
                .setDefaultRequestConfig(requests(!routes.withUserInfo().isEmpty()))
                .setUserAgent("jrelease")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private static RequestConfig requests(boolean loginAtProxy) {
        return RequestConfig.custom()
                .setAuthenticationEnabled(loginAtProxy)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Tls tls, PooledTransport.Timeouts timeouts) {
        // A response that comes before the whole body is sent (too large, not allowed) must not be lost to a broken
        // pipe.
        var factory = ManagedHttpClientConnectionFactory.builder()
                .responseOutOfOrderStrategy((request, connection, in, sent, next) -> in.available() > 0)
                .build();
        var manager = new PoolingHttpClientConnectionManager(
                operator(tls),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                factory);
        manager.setDefaultMaxPerRoute(CONNECTIONS_PER_HOST);
        manager.setMaxTotal(CONNECTIONS_PER_HOST * 8);
        manager.setDefaultSocketConfig(
                SocketConfig.custom().setSoKeepAlive(true).setTcpNoDelay(true).build());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(timeouts.connect()))
                .setSocketTimeout(Timeout.of(timeouts.progress()))
                .setValidateAfterInactivity(UNUSED)
                .build());
        return manager;
    }

    /** Sockets of channels close when their thread is interrupted. */
    private static DefaultHttpClientConnectionOperator operator(Tls tls) {
        return new DefaultHttpClientConnectionOperator(
                _ -> SocketChannel.open().socket(),
                DefaultSchemePortResolver.INSTANCE,
                null,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", tls)
                        .build());
    }

    private static BasicCredentialsProvider proxyLogins(ProxyRoutes routes) {
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        for (URI proxy : routes.withUserInfo()) {
            String[] user = proxy.getUserInfo().split(":", 2);
            logins.setCredentials(
                    new AuthScope(proxy.getHost(), proxy.getPort()),
                    new UsernamePasswordCredentials(user[0], user.length > 1 ? user[1].toCharArray() : new char[0]));
        }
        return logins;
    }
}
