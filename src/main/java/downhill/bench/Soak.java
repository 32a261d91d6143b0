package downhill.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures the punctuality of steps when many learn at once: each learner watches a run of their own at 20 steps a second, all on this machine's
 * loopback interface, for a bounded time.
 */
public final class Soak {
    private static final String SMALL = """
            {"data": {"name": "circle", "count": 250, "testShare": 0}, "network": {"layers": [2, 4, 2, 1]},
             "optimizer": {"learningRate": 0.1}}""";
    private static final String LARGE = """
            {"data": {"name": "digits", "count": 1000},
             "network": {"layers": [784, 1000, 115, 10], "activations": ["tanh", "tanh", "softmax"]},
             "cost": "cross-entropy", "batch": {"size": 32}, "optimizer": {"learningRate": 0.01}}""";
    private static final int RATE = 20;
    /** All begin within this time in nanoseconds, evenly, and the first steps of each are not counted. */
    private static final long ARRIVAL = 2_000_000_000;

    /** Seconds in which the server's code is compiled, with as many learners as are measured. */
    private static final int WARM_UP = 15;

    private static final int UNCOUNTED = 2 * RATE;

    private final int port;
    private final ServerProcess server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Soak(ServerProcess server) {
        this.server = server;
        this.port = server.port();
    }

    /** {@code [learners] [seconds] [flags of the server's JVM]}; 1,000 learners and 20 seconds unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        int learners = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        List<String> flags = Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
        try (var server = new ServerProcess(flags)) {
            var soak = new Soak(server);
            System.out.println("Steps at " + RATE
                    + " a second, each learner with a run of their own, the server a process of its own:"
                    + " how late each is after the one before, and how far behind the most punctual one, in ms");
            Learner anyone = new Learner(server.port(), soak.client, SMALL, RATE);
            new Refusals(soak.client, server.port()).measure(anyone.id());
            soak.measure("warm-up", learners, false, WARM_UP);
            soak.measure("20 learners", 20, false, seconds);
            soak.measure("20 learners beside 900,150 weights at full speed", 20, true, seconds);
            soak.measure(learners + " learners", learners, false, seconds);
        }
    }

    private void measure(String title, int count, boolean beside, int seconds)
            throws IOException, InterruptedException {
        List<Learner> learners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            learners.add(new Learner(port, client, SMALL, RATE));
        }
        Optional<Learner> large = beside ? Optional.of(new Learner(port, client, LARGE, 0)) : Optional.empty();
        if (large.isPresent()) {
            large.get().play();
        }
        try (var crowd = new Crowd(port)) {
            begin(learners, crowd);
            long work = server.work();
            crowd.readUntil(System.nanoTime() + seconds * 1_000_000_000L);
            print(title, crowd, (server.work() - work) / 1e9 / seconds, seconds);
        }
        large.ifPresent(learners::add);
        for (Learner learner : learners) {
            learner.pause();
        }
    }

    private static void begin(List<Learner> learners, Crowd crowd) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < learners.size(); i++) {
            crowd.watch(learners.get(i).frames());
            learners.get(i).play();
            crowd.readUntil(start + ARRIVAL * (i + 1) / learners.size());
        }
    }

    private static void print(String title, Crowd crowd, double processors, int seconds) {
        double[] late = sorted(crowd, watch -> watch.lateness(RATE, UNCOUNTED));
        double[] lag = sorted(crowd, watch -> watch.lag(RATE, UNCOUNTED));
        long missed = crowd.watches().stream().mapToLong(Watch::missed).sum();
        System.out.printf(
                Locale.ROOT,
                "%-50s  %7d steps of %7d  late: median %5.1f  p99 %6.1f  most %6.1f  behind: median %6.1f  p99 %6.1f"
                        + "  not seen %d  cut off %d  processors %.2f%n",
                title,
                late.length,
                crowd.watches().size() * (long) RATE * seconds - crowd.watches().size() * (long) RATE,
                quantile(late, 0.5),
                quantile(late, 0.99),
                quantile(late, 1),
                quantile(lag, 0.5),
                quantile(lag, 0.99),
                missed,
                crowd.cutOff(),
                processors);
    }

    private static double[] sorted(Crowd crowd, Function<Watch, double[]> measure) {
        return crowd.watches().stream()
                .flatMapToDouble(watch -> Arrays.stream(measure.apply(watch)))
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
