package downhill.bench;

import downhill.App;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The app in a process of its own, with room for everyone, as {@code ./run} would start it. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile(" is at http://localhost:(\\d+)/");

    private final Process process;
    private final int port;
    private final Path data;

    /**
     * Starts it with an empty store.
     *
     * @param flags further flags for its JVM
     */
    public ServerProcess(List<String> flags) throws IOException {
        this(flags, Files.createTempDirectory("downhill"));
    }

    /**
     * Starts it.
     *
     * @param flags further flags for its JVM
     * @param data the folder of its store
     */
    public ServerProcess(List<String> flags, Path data) throws IOException {
        this(flags, data, "", Map.of());
    }

    /**
     * Starts it.
     *
     * @param flags further flags for its JVM
     * @param data the folder of its store
     * @param moreLimits lines for the file of its limits
     * @param environment further variables of its environment
     */
    public ServerProcess(List<String> flags, Path data, String moreLimits, Map<String, String> environment)
            throws IOException {
        this.data = data;
        Path limits = Files.createTempFile("downhill", ".properties");
        Files.writeString(limits, "runsPerVisitor=5000\nvisitorsPerAddress=100000\n" + moreLimits);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), App.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of("PORT", "0", "DOWNHILL_LIMITS", limits.toString(), "DOWNHILL_DATA", data.toString()));
        builder.environment().putAll(environment);
        process = builder.start();
        // ends the server when somebody stops the measurement, too
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        port = readPort(process.inputReader(StandardCharsets.UTF_8));
        Files.delete(limits);
    }

    private static int readPort(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("The server did not start");
    }

    public int port() {
        return port;
    }

    /** The processor time it has used, in nanoseconds. */
    long work() {
        return process.info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    /** Ends the process at once, as a crash would; its store stays. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(data);
    }
}
