package downhill.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many who watch at once: one thread reads all their streams, so that it is the server that is measured. */
final class Crowd implements AutoCloseable {
    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final byte[] bytes = new byte[buffer.capacity()];
    private final List<Watch> watches = new ArrayList<>();
    private int cutOff;

    Crowd(int port) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Opens one more stream. */
    void watch(String path) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        Watch watch = new Watch();
        watches.add(watch);
        channel.register(selector, SelectionKey.OP_READ, watch);
    }

    /** Reads until this time. */
    void readUntil(long end) throws IOException {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            selector.select(this::read, Math.max(1, left / 1_000_000));
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            int length = ((SocketChannel) key.channel()).read(buffer);
            if (length < 0) {
                throw new IOException("The server ended a stream");
            }
            buffer.get(0, bytes, 0, length);
            ((Watch) key.attachment()).read(bytes, length, System.nanoTime());
        } catch (IOException e) {
            cutOff++;
            key.cancel();
        }
    }

    List<Watch> watches() {
        return watches;
    }

    /** The number of streams that ended before their time. */
    int cutOff() {
        return cutOff;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
