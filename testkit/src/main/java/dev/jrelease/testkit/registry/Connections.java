package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clients' connections, by the port from which the server behind the entrance sees each of them. */
final class Connections {
    private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();

    void add(int port, Socket client) {
        clients.put(port, client);
    }

    void remove(int port) {
        clients.remove(port);
    }

    /** Resets a connection, as a system does that does not know it. */
    void reset(int port) {
        Socket client = clients.get(port);
        if (client != null) {
            try {
                client.setSoLinger(true, 0);
                client.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
