package downhill.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL server, on a free port of loopback, in a new folder that goes with it. */
public final class Postgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("downhill-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        this.port = freePort();
        run("initdb", "-D", data(), "-U", "downhill", "-A", "trust", "--no-sync", "-E", "UTF8");
        start();
    }

    /** Starts a server if PostgreSQL is installed here, as ./test does it on Debian. */
    public static Optional<Postgres> start(boolean required) throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty() && required) {
            throw new IOException("PostgreSQL is not installed. On Debian: apt-get install postgresql");
        }
        return programs.isEmpty() ? Optional.empty() : Optional.of(new Postgres(programs.get()));
    }

    /** Returns whether the programs are here. */
    public static boolean isInstalled() throws IOException {
        return programs().isPresent();
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts the server in its folder. */
    public void start() throws IOException, InterruptedException {
        run(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start");
    }

    /** Stops the server at once, as a crash would. */
    public void crash() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** PostgreSQL refuses to run as root, so root runs it as the user that Debian's package makes. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, program, ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(program + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    /** The address for DATABASE_URL. */
    public String url() {
        return "postgresql://downhill@127.0.0.1:" + port + "/postgres";
    }

    /** The same address for Java's own interface. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=downhill";
    }

    @Override
    public void close() throws IOException {
        try {
            crash();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The server does not run.
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
