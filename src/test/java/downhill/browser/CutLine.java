package downhill.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between browser and server that can be cut: bytes go through it both ways, until then. */
final class CutLine implements AutoCloseable {
    private final int server;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    /** A line to the server at this address, on a port of its own. */
    CutLine(String origin) {
        server = URI.create(origin).getPort();
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    String origin() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // The line or its server is closed.
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        ends.add(browser);
        if (isCut) {
            browser.close();
            return;
        }
        var far = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(far);
        Thread.ofVirtual().start(() -> pass(browser, far));
        Thread.ofVirtual().start(() -> pass(far, browser));
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other end closed it.
        }
    }

    /** Ends all connections and refuses new ones. */
    void cut() {
        isCut = true;
        hangUp();
    }

    void mend() {
        isCut = false;
    }

    private void hangUp() {
        for (Socket end : ends) {
            try {
                end.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        ends.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        hangUp();
    }
}
