package downhill.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real nginx before servers on loopback, with the configuration of {@code deploy/nginx.conf}. */
public final class Nginx implements AutoCloseable {
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/bin/nginx"));
    private static final Path CONFIGURATION = Path.of("deploy", "nginx.conf");
    private static final List<String> TEMPORARY = List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi");
    private static final int TRIES = 200;
    private static final long PAUSE_MILLISECONDS = 25;

    private final Path folder = Files.createTempDirectory("downhill-nginx");
    private final int port = freePort();
    private final Process process;

    /**
     * Starts it.
     *
     * @param changes texts of the configuration, each with another one to put in its place
     */
    public Nginx(Map<String, String> changes) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("nginx.conf"), configuration(changes));
        process = new ProcessBuilder(command("-g", "daemon off; pid " + folder.resolve("pid") + ";"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int i = 0; !isOpen(); i++) {
            if (i == TRIES || !process.isAlive()) {
                process.destroy();
                throw new IOException("nginx does not start: " + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    /** Returns whether it is installed here. */
    public static boolean isInstalled() {
        return PROGRAMS.stream().anyMatch(Files::isExecutable);
    }

    /** Puts it before two servers, at these ports. */
    public static Nginx before(int first, int second) throws IOException, InterruptedException {
        return new Nginx(Map.of("node1:7070", "127.0.0.1:" + first, "node2:7070", "127.0.0.1:" + second));
    }

    /** Tests the configuration of the deployment as it is, but for the names of the servers, which only its network knows; answers the complaints. */
    public String complaints() throws IOException, InterruptedException {
        Process test = new ProcessBuilder(command("-t", "-g", "pid " + folder.resolve("pid-of-test") + ";"))
                .redirectErrorStream(true)
                .start();
        String output = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return test.waitFor() == 0 ? "" : output;
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(
                PROGRAMS.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow()
                        .toString(),
                "-e",
                "stderr",
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString()));
        command.addAll(List.of(more));
        return command;
    }

    private String configuration(Map<String, String> changes) throws IOException {
        StringBuilder places = new StringBuilder("http {\n    access_log off;\n");
        TEMPORARY.forEach(name -> places.append("    " + name + "_temp_path " + folder.resolve(name) + ";\n"));
        String text = Files.readString(CONFIGURATION)
                .replace("listen 8080;", "listen 127.0.0.1:" + port + ";")
                .replace(
                        "worker_processes auto;",
                        "worker_processes 1;" + ("root".equals(System.getProperty("user.name")) ? " user root;" : ""))
                .replaceFirst("http \\{\n", places.toString());
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!text.contains(change.getKey())) {
                throw new IOException(CONFIGURATION + " has no \"" + change.getKey() + "\"");
            }
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }

    /** A port of loopback that is free now. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isOpen() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
