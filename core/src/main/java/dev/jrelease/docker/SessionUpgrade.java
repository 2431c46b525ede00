package dev.jrelease.docker;

import com.github.dockerjava.transport.NamedPipeSocket;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.transport.UnixSocket;
import dev.jrelease.docker.buildkit.BuildSession;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Opens a session: after {@code POST /session} the engine is the client on the connection. docker-java's transport has
 * no upgrade to {@code h2c}, so this class uses a socket of its own.
 */
record SessionUpgrade(EngineConnection connection) implements BuildSession.Upgrade {
    private static final int CONNECT_MILLIS = 20_000;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Socket open(List<Map.Entry<String, String>> headers) throws IOException {
        Socket socket = connect();
        try {
            return upgrade(socket, headers);
        } catch (IOException | RuntimeException refused) {
            socket.close();
            throw refused;
        }
    }

    private Socket upgrade(Socket socket, List<Map.Entry<String, String>> headers) throws IOException {
        StringBuilder request = new StringBuilder("POST " + connection.path("/session") + " HTTP/1.1\r\n");
        request.append("Host: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n");
        headers.forEach(header -> request.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        request.append("\r\n");
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        String head = head(in);
        String status = head.lines().findFirst().orElse("");
        if (!status.startsWith("HTTP/1.1 101")) {
            throw new IOException("it does not open a build session: " + status.substring(status.indexOf(' ') + 1));
        }
        return socket;
    }

    /** Reads byte by byte, because the engine's first frame follows the head. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END_OF_HEAD.length) {
            int next = in.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new EOFException("it does not open a build session");
            }
            head.write(next);
            matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        URI uri = connection.address().uri();
        return switch (uri.getScheme()) {
            case "unix" -> UnixSocket.get(uri.getPath());
            case "npipe" -> new NamedPipeSocket(uri.getPath());
            default -> connect(uri);
        };
    }

    private Socket connect(URI uri) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
            SSLConfig tls = connection.tls();
            return tls == null ? plain : encrypt(tls, plain, uri);
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    private static Socket encrypt(SSLConfig tls, Socket plain, URI uri) throws IOException {
        try {
            SSLSocket socket = (SSLSocket)
                    tls.getSSLContext().getSocketFactory().createSocket(plain, uri.getHost(), uri.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable);
        }
    }
}
