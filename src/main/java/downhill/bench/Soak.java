package downhill.bench;

import downhill.App;
import downhill.live.Limits;
import downhill.web.Settings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * How punctual steps are when many learn at once: each learner has a run of their own at 20 steps a second and watches it, all
 * on this machine's loopback interface, for a bounded time.
 */
public final class Soak {
    private static final String SMALL = """
            {"data": {"name": "circle", "count": 250, "testShare": 0}, "network": {"layers": [2, 4, 2, 1]},
             "optimizer": {"learningRate": 0.1}}""";
    private static final String LARGE = """
            {"data": {"name": "digits", "count": 1000},
             "network": {"layers": [784, 1000, 115, 10], "activations": ["tanh", "tanh", "softmax"]},
             "cost": "cross-entropy", "batch": {"size": 32}, "optimizer": {"learningRate": 0.01}}""";
    private static final double RATE = 20;

    private Soak() {}

    /** {@code [learners] [seconds]}; 1,000 learners and 20 seconds unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int learners = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (Soak.Stage stage = new Soak.Stage()) {
            System.out.println(
                    "Lateness of steps at 20 a second, in milliseconds, each learner with a run of their own");
            stage.measure("warm-up", 20, false, 5);
            stage.measure("20 learners", 20, false, seconds);
            stage.measure("20 learners beside 900,150 weights at full speed", 20, true, seconds);
            stage.measure(learners + " learners", learners, false, seconds);
        }
    }

    /** The app and a client for it. */
    private static final class Stage implements AutoCloseable {
        private final App app;
        private final int port;
        private final HttpClient client = HttpClient.newHttpClient();

        Stage() {
            Properties roomy = new Properties();
            roomy.setProperty("runsPerVisitor", "5000");
            app = new App(new Settings(0, "127.0.0.1", "", Optional.empty()), Limits.from(roomy));
            port = app.start();
        }

        void measure(String title, int count, boolean beside, int seconds) throws IOException, InterruptedException {
            List<Learner> learners = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                learners.add(new Learner(port, client, SMALL, RATE));
            }
            Optional<Learner> large = beside ? Optional.of(new Learner(port, client, LARGE, 0)) : Optional.empty();
            if (large.isPresent()) {
                large.get().play();
            }
            watch(learners, System.nanoTime() + seconds * 1_000_000_000L);
            if (large.isPresent()) {
                large.get().pause();
            }
            print(title, learners);
        }

        private static void watch(List<Learner> learners, long until) throws InterruptedException {
            List<Thread> threads = new ArrayList<>();
            for (Learner learner : learners) {
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        learner.play();
                        learner.watch(until);
                        learner.pause();
                    } catch (IOException e) {
                        System.err.println("A learner was cut off: " + e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private static void print(String title, List<Learner> learners) {
            List<Double> late = learners.stream()
                    .flatMap(learner -> learner.lateness().stream())
                    .sorted()
                    .toList();
            long missed = learners.stream().mapToLong(Learner::missed).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-50s  %7d steps  median %6.1f  p99 %6.1f  most %6.1f  not seen %d%n",
                    title,
                    late.size(),
                    quantile(late, 0.5),
                    quantile(late, 0.99),
                    quantile(late, 1),
                    missed);
        }

        private static double quantile(List<Double> sorted, double share) {
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
        }

        @Override
        public void close() {
            client.close();
            app.close();
        }
    }
}
