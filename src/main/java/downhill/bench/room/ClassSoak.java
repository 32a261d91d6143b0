package downhill.bench.room;

import downhill.bench.Postgres;
import downhill.bench.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A class on real connections: its learners join within a minute and answer within ten seconds of each other, each with a stream, while a teacher's page follows.
 * A server is killed in the middle of the answers, and nothing that it answered may be lost.
 */
public final class ClassSoak implements AutoCloseable {
    private static final String LESSON = "step-size";
    private static final String QUESTION = "settles";
    private static final String SCENE = "/lessons/step-size/2";
    private static final int JOINING_SECONDS = 55;
    private static final int ANSWERING_SECONDS = 9;
    private static final int CHOICES = 4;
    private static final long SEED = 7;
    private static final double GOOD = 0.99;

    /** The time within which the last page must have come. */
    private static final long WAITING_MILLISECONDS = 20_000;

    private final List<ServerProcess> servers;
    private final Site site;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(SEED);
    private final int learners;

    private ClassSoak(List<ServerProcess> servers, int learners) {
        this.servers = new ArrayList<>(servers);
        this.learners = learners;
        this.site = new Site(servers.stream().map(ServerProcess::port).toList());
    }

    /**
     * The outcome.
     *
     * @param joining seconds until all had joined
     * @param pages the time of a page that 99 of 100 keep, in milliseconds
     * @param picture the same from an answer to the teacher's page that shows it
     * @param descents milliseconds for the picture of all descents
     * @param lost answers that the server had taken and does not have
     */
    public record Outcome(int learners, double joining, double pages, double picture, double descents, int lost) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "%d learners joined in %.0f s; p99 of pages %.0f ms, of an answer on the teacher's page %.0f ms;"
                            + " the picture of all descents took %.0f ms; %d answers were lost",
                    learners,
                    joining,
                    pages,
                    picture,
                    descents,
                    lost);
        }
    }

    /** {@code [learners] [servers]}: 300 learners unless given, on one server and on two unless one of these is given. */
    public static void main(String[] arguments) throws Exception {
        int learners = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        String servers = arguments.length > 1 ? arguments[1] : "";
        if (!servers.equals("2")) {
            System.out.println("One server: " + onOne(learners, false).words() + ".");
            System.out.println("One server, killed in the middle and started again: "
                    + onOne(learners, true).words() + ".");
        }
        if (!servers.equals("1") && Postgres.isInstalled()) {
            System.out.println(
                    "Two servers on one PostgreSQL: " + onTwo(learners, false).words() + ".");
            System.out.println("Two servers, one of them killed in the middle: "
                    + onTwo(learners, true).words() + ".");
        }
    }

    /** A class on one server with a store of its own. */
    public static Outcome onOne(int learners, boolean kills) throws Exception {
        Path data = Files.createTempDirectory("downhill-class");
        try (var soak = new ClassSoak(List.of(new ServerProcess(List.of(), data)), learners)) {
            int port = soak.servers.getFirst().port();
            return soak.play(() -> {
                if (kills) {
                    soak.servers.getFirst().kill();
                    soak.servers.set(0, new ServerProcess(List.of(), data, "", Map.of("PORT", String.valueOf(port))));
                }
            });
        }
    }

    /** A class on two servers, each of which has half of the learners; the teacher asks the first. */
    public static Outcome onTwo(int learners, boolean kills) throws Exception {
        try (Postgres postgres = Postgres.start(true).orElseThrow();
                var soak = new ClassSoak(List.of(node(postgres), node(postgres)), learners)) {
            return soak.play(() -> {
                if (kills) {
                    soak.servers.get(1).kill();
                }
            });
        }
    }

    private static ServerProcess node(Postgres postgres) throws IOException {
        return new ServerProcess(
                List.of(), Files.createTempDirectory("downhill-class"), "", Map.of("DATABASE_URL", postgres.url()));
    }

    private interface Disturbance {
        void happen() throws IOException, InterruptedException;
    }

    private Outcome play(Disturbance disturbance) throws Exception {
        try (var teacher = new Teacher(site, LESSON, QUESTION)) {
            String code = teacher.code();
            long start = System.nanoTime();
            List<String> cookies = all(i -> join(i, code));
            double joining = (System.nanoTime() - start) / 1e9;
            teacher.control("/pace", "pace", "up-to", "scene", "2");
            Future<?> meanwhile = threads.submit(() -> {
                Thread.sleep(500L * ANSWERING_SECONDS);
                disturbance.happen();
                return true;
            });
            all(i -> answer(i, cookies.get(i)));
            meanwhile.get();
            for (long waited = 0; teacher.answers() < learners && waited < WAITING_MILLISECONDS; waited += 50) {
                Thread.sleep(50);
            }
            double picture = percentile(teacher.lags(List.copyOf(taken)));
            double pages = percentile(site.pages());
            long drawing = System.nanoTime();
            String descents = teacher.get("/descents/2");
            double drawn = (System.nanoTime() - drawing) / 1e6;
            int walkers = descents.split("class=\"walker\"", -1).length - 1;
            return new Outcome(learners, joining, pages, picture, drawn, lost(teacher) + (learners - walkers));
        }
    }

    private interface Act<T> {
        T of(int learner) throws IOException, InterruptedException;
    }

    private <T> List<T> all(Act<T> act) throws InterruptedException, ExecutionException {
        List<Future<T>> going = new ArrayList<>();
        for (int i = 0; i < learners; i++) {
            int learner = i;
            going.add(threads.submit(() -> act.of(learner)));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> one : going) {
            done.add(one.get());
        }
        return done;
    }

    /** Joins at the learner's own moment, opens the lesson, and follows the class from then on. */
    private String join(int learner, String code) throws IOException, InterruptedException {
        Thread.sleep(1000L * JOINING_SECONDS * learner / learners);
        site.get(learner, "/join?code=" + code, "");
        String set = site.post(learner, "/join", "", "code", code, "nickname", "n" + learner)
                .header("set-cookie");
        String cookie = set.substring(0, set.indexOf(';'));
        site.get(learner, "/lessons/" + LESSON + "/1", cookie);
        var _ = threads.submit(() -> follow(learner, cookie));
        return cookie;
    }

    /** Reads the learner's stream, and opens it again if it ends. */
    private boolean follow(int learner, String cookie) throws IOException, InterruptedException {
        while (!threads.isShutdown()) {
            try (var events = new BufferedReader(
                    new InputStreamReader(site.events(learner, "/join/events", cookie), StandardCharsets.UTF_8))) {
                String line = events.readLine();
                while (line != null) {
                    line = events.readLine();
                }
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        return true;
    }

    private synchronized long moment() {
        return random.nextInt(1000 * ANSWERING_SECONDS);
    }

    private static String choice(int learner) {
        return String.valueOf(1 + learner % CHOICES);
    }

    /** Opens the scene, answers at a random moment, and makes a walk of the learner's own. */
    private boolean answer(int learner, String cookie) throws IOException, InterruptedException {
        Thread.sleep(moment());
        String walk = "{\"start\": [%s], \"optimizer\": {\"learningRate\": 0.1}, \"steps\": %d}"
                .formatted(0.5 + learner * 0.007, 1 + learner % 30);
        site.get(learner, SCENE, cookie);
        site.post(learner, SCENE + "/answers/" + QUESTION, cookie, "answer", choice(learner), "walk", walk);
        taken.add(System.nanoTime());
        site.post(learner, SCENE + "/traces", cookie, "walk", walk);
        return true;
    }

    /** The answers that the class does not have, or has as another one. */
    private int lost(Teacher teacher) throws IOException, InterruptedException {
        JsonNode document = JsonMapper.shared().readTree(teacher.get("/answers.json?nicknames=yes"));
        int lost = learners;
        for (JsonNode one : document.get("learners")) {
            int learner = Integer.parseInt(one.get("nickname").stringValue().substring(1));
            boolean isThere = one.get("responses").size() == 1
                    && one.get("responses").get(0).get("answer").stringValue().equals(choice(learner));
            lost -= isThere ? 1 : 0;
        }
        return lost;
    }

    private static double percentile(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(x -> x).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, GOOD * sorted.length)];
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        site.close();
        for (ServerProcess server : servers) {
            server.close();
        }
    }
}
