package dev.jrelease.testkit.registry;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** What a registry is to be like; by default plain http, open to all, in memory, on a free port. */
public final class FakeRegistryBuilder {
    static {
        // Without it each answer with a body waits 40 ms for the client's acknowledgement of the headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Storage storage = new MemoryStorage();
    private Login login = Login.none();
    private boolean tls;
    private int port;
    private Dialect dialect = Dialect.PLAIN;

    FakeRegistryBuilder() {}

    /** Speaks https, with a certificate that is self-signed. */
    public FakeRegistryBuilder selfSigned() {
        tls = true;
        return this;
    }

    public FakeRegistryBuilder login(Login who) {
        login = who;
        return this;
    }

    /** Keeps what is pushed in a folder, also after the registry is closed. */
    public FakeRegistryBuilder storingIn(Path folder) {
        try {
            storage = new FolderStorage(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    public FakeRegistryBuilder port(int number) {
        port = number;
        return this;
    }

    /** Sends locations without scheme and host, as the specification allows. */
    public FakeRegistryBuilder relativeLocations() {
        dialect = dialect.withRelativeLocations();
        return this;
    }

    /** Answers every request for a mount with an upload, as the specification allows. */
    public FakeRegistryBuilder withoutMounts() {
        dialect = dialect.withoutMounts();
        return this;
    }

    /**
     * Gives a manifest that is put by its digest the tags that the query lists, all at once: {@code PUT
     * …/manifests/<digest>?tag=a&tag=b}.
     */
    public FakeRegistryBuilder tagParameters() {
        dialect = dialect.withTagParameters();
        return this;
    }

    /** Takes no request of an upload that carries more, like a proxy that stands in front. */
    public FakeRegistryBuilder largestUpload(long bytes) {
        dialect = dialect.withLargestUpload(bytes);
        return this;
    }

    /** Takes no chunk after one that is smaller, and announces that when an upload begins. */
    public FakeRegistryBuilder smallestChunk(long bytes) {
        dialect = dialect.withSmallestChunk(bytes);
        return this;
    }

    public FakeRegistry start() {
        RequestLog log = new RequestLog();
        Authentication gate = new Authentication(login);
        Connections connections = new Connections();
        Faults faults = new Faults(gate.tokens(), connections);
        RegistryContent holdings = new RegistryContent(storage);
        try {
            HttpServer server = server();
            server.createContext("/", new Router(log, gate, faults, holdings, dialect));
            SchemeProxy doorway = new SchemeProxy(port, server.getAddress(), tls, connections);
            return new FakeRegistry(server, doorway, tls, log, gate, faults, holdings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private HttpServer server() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (!tls) {
            return HttpServer.create(address, 0);
        }
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
        return server;
    }
}
