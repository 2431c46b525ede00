package dev.jrelease.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Determines whether a server speaks TLS by the first byte of its answer to a handmade ClientHello. The JDK's TLS takes
 * longer to load than all of a small release, so where plain http is likely it is not touched before.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5246#section-7.4.1.2">ClientHello</a>
 */
final class TlsProbe {
    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;

    /** The random part consists of line ends: a plain http server waits for one before it refuses. */
    private static final byte[] CLIENT_HELLO = HexFormat.of()
            .parseHex(
                    "1603010047" // a record of the handshake, 71 bytes
                            + "01000043" // ClientHello, 67 bytes
                            + "0303" // TLS 1.2
                            + "0d0a".repeat(16)
                            + "00" // no session
                            + "0004" + "c02f" + "c02b" // two suites that every server knew in 2015
                            + "0100" // no compression
                            + "0016" // 22 bytes of extensions
                            + "000a" + "0006" + "0004" + "0017" + "001d" // groups P-256, X25519
                            + "000d" + "0008" + "0006" + "0403" + "0804" + "0401"); // signatures

    private TlsProbe() {}

    /** Whether the server answers in TLS. False also if nothing listens there. */
    static boolean isAnswered(String host, int port, Duration timeout) throws IOException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try (SocketChannel channel = SocketChannel.open();
                    Socket socket = channel.socket()) {
                int millis = Math.toIntExact(timeout.toMillis());
                socket.connect(new InetSocketAddress(address, port), millis);
                socket.setSoTimeout(millis);
                socket.getOutputStream().write(CLIENT_HELLO);
                int first = firstByte(socket, timeout);
                return first == ALERT || first == HANDSHAKE;
            } catch (NoAnswerException silent) {
                throw silent;
            } catch (IOException unreachable) {
                // A name may have several addresses, and a server may listen at one of them.
                if (Thread.currentThread().isInterrupted()) {
                    throw unreachable;
                }
            }
        }
        return false;
    }

    private static int firstByte(Socket socket, Duration timeout) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketTimeoutException silent) {
            throw new NoAnswerException(timeout);
        }
    }
}
