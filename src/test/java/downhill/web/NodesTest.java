package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.bench.Postgres;
import downhill.live.ServerLimits;
import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** Two servers on one real PostgreSQL: a run is in the memory of one of them, and is reached through both. */
@EnabledIf("hasPostgres")
class NodesTest {
    private static final String RATE = "{\"optimizer\": {\"learningRate\": 0.25}}";
    private static final int LEASE = 30_000;

    /** Marks tests in which the first server's leases last for a second only. */
    private static final String SHORT_LEASE = "short-lease";

    private static Postgres postgres;

    private Cable cable;
    private TestApp first;
    private TestApp second;

    static boolean hasPostgres() throws IOException {
        return Postgres.isInstalled();
    }

    @BeforeAll
    static void startDatabase() throws IOException, InterruptedException {
        postgres = Postgres.start(true).orElseThrow();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    /** A server's connection to the store, in which some of the calls fail. */
    private static final class Cable {
        private final Store store = Store.open(StoreSettings.from(Map.of("DATABASE_URL", postgres.url())));
        private volatile Set<String> broken = Set.of();

        Archive archive() {
            return (Archive) Proxy.newProxyInstance(
                    Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                        if (broken.contains(method.getName())) {
                            throw new ArchiveException("The cable is cut.");
                        }
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private static TestApp start(Archive archive, int lease) {
        var limits = new Properties();
        limits.setProperty("leaseMilliseconds", String.valueOf(lease));
        limits.setProperty("heartbeatMilliseconds", "200");
        return new TestApp(
                ServerLimits.from(limits), new ServerSettings(0, "127.0.0.1", "", Optional.empty()), archive);
    }

    @BeforeEach
    void startServers(TestInfo test) {
        cable = new Cable();
        first = start(cable.archive(), test.getTags().contains(SHORT_LEASE) ? 1000 : LEASE);
        second = start(new Cable().archive(), LEASE);
    }

    @AfterEach
    void stopServers() {
        first.close();
        second.close();
    }

    private static JsonNode steps(TestApp app, String run, int count) {
        return json(app.post(run + "/steps", "{\"count\": " + count + "}"));
    }

    private static String view(TestApp app, String run) {
        return json(app.get(run)).get("view").stringValue();
    }

    @Test
    void eachServerAnswersForTheRunsOfTheOther() {
        String run = first.create(XOR);
        assertThat(steps(second, run, 30).get("step").intValue()).isEqualTo(30);
        assertThat(second.post(run + "/tweaks", RATE).statusCode()).isEqualTo(200);
        assertThat(second.get(run).body()).isEqualTo(first.get(run).body());
        assertThat(json(first.get(run)).get("tweaks")).hasSize(1);

        String view = view(second, run);
        assertThat(second.get("/api/runs/" + view + "/frames/30").body())
                .isEqualTo(first.get(run + "/frames/30").body());
        assertThat(second.get("/playground?run=" + view).body()).contains(view);
        assertThat(second.post("/api/runs/" + view + "/steps", "{\"count\": 1}").statusCode())
                .isEqualTo(403);
        assertThat(second.post(run + "/steps", "{\"count\": 0}").statusCode()).isEqualTo(422);
        assertThat(second.delete(run).statusCode()).isEqualTo(204);
        assertThat(first.get(run).statusCode()).isEqualTo(404);
    }

    @Test
    void aStreamComesThroughTheOtherServerAsTheStepsAreMade() {
        String run = first.create(XOR);
        try (var events = second.events(run + "/frames")) {
            assertThat(events.frames(1).getFirst().step()).isZero();
            steps(first, run, 1);
            TestApp.Event frame = events.frames(1).getFirst();
            assertThat(frame.data()).isEqualTo(first.get(run + "/frames/1").body());
            first.post(run + "/tweaks", RATE);
            assertThat(events.next("tweak").data()).contains("0.25");
            first.delete(run);
            events.next("end");
        }
    }

    @Test
    void visitorsFilesAndRunsForEverybodyAreKnownToBoth() {
        String token = json(first.send(first.anonymous("/api/visitors").POST(BodyPublishers.noBody())))
                .get("token")
                .stringValue();
        assertThat(second.send(second.anonymous("/api/runs")
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(XOR)))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> file = first.send(first.request("/api/data")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("x,y,class\n0.1,0.2,low\n0.9,0.7,high\n")));
        second.create("{\"data\": {\"name\": \"file\", \"id\": \""
                + json(file).get("id").stringValue() + "\"}, \"network\": {\"layers\": [2, 3, 1]}}");

        String frames = sharedFrames(first);
        assertThat(second.get(frames + "/0").body())
                .isEqualTo(first.get(frames + "/0").body());
        assertThat(sharedFrames(second)).isEqualTo(frames);
    }

    /** The address of the frames that a lesson shows to everybody. */
    private static String sharedFrames(TestApp app) {
        String config =
                TestApp.stage(app.get("/lessons/layer-by-layer/1").body()).toString();
        return Pattern.compile("/api/runs/[\\w-]{22}/frames")
                .matcher(config)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    @Test
    void aServerThatStopsHandsItsRunsOverAtOnce() {
        String run = first.create(XOR);
        steps(first, run, 40);
        first.post(run + "/tweaks", RATE);
        List<String> frames = new ArrayList<>();
        try (var events = first.events(run + "/frames?from=20")) {
            events.frames(20).forEach(frame -> frames.add(frame.data()));
        }
        String newest = first.get(run + "/frames/40").body();
        first.stop();
        assertThat(second.get(run + "/frames/40").body()).isEqualTo(newest);
        try (var events = second.events(run + "/frames", "Last-Event-ID", "30")) {
            assertThat(events.frames(10).stream()
                            .map(TestApp.Event::data)
                            .toList()
                            .subList(0, 9))
                    .isEqualTo(frames.subList(10, 19));
        }
    }

    @Test
    @Tag(SHORT_LEASE)
    void aRequestWaitsForTheRunOfAServerThatDied() {
        String run = first.create(XOR);
        steps(first, run, 12);
        first.post(run + "/tweaks", RATE);
        String early = first.get(run + "/frames/11").body();
        cable.broken = Set.of("renew", "reach", "addCheckpoint", "release", "leave");
        first.stop();
        JsonNode description = json(second.get(run));
        assertThat(description.get("step").intValue()).isEqualTo(12);
        assertThat(description.get("tweaks")).hasSize(1);
        assertThat(second.get(run + "/frames/11").body()).isEqualTo(early);
    }

    @Test
    @Tag(SHORT_LEASE)
    void aServerThatWasOnlySlowStopsByItselfAndWritesNothing() {
        String run = first.create(XOR);
        first.post(run + "/play", "{\"stepsPerSecond\": 100}");
        String view = view(first, run);
        try (var events = first.events(run + "/frames")) {
            events.frames(5);
            cable.broken = Set.of("renew");
            Optional<TestApp.Event> event = events.next();
            while (event.isPresent()) {
                assertThat(event.get().name()).isNotEqualTo("end");
                event = events.next();
            }
        }
        // The first server's HTTP side still answers: it has no lease and gets none.
        assertThat(first.get(run).statusCode()).isEqualTo(503);
        HttpResponse<String> taken = second.post(run + "/pause", "");
        while (taken.statusCode() == 503) {
            assertThat(taken.headers().firstValue("Retry-After")).isPresent();
            taken = second.post(run + "/pause", "");
        }
        int step = json(taken).get("step").intValue();
        assertThat(second.post(run + "/tweaks", RATE).statusCode()).isEqualTo(200);
        String newest = second.get(run + "/frames/" + step).body();

        cable.broken = Set.of();
        assertThat(first.get(run + "/frames/" + step).body()).isEqualTo(newest);
        assertThat(json(first.get(run)).get("tweaks")).hasSize(1);
        assertThat(first.get("/api/runs/" + view).statusCode()).isEqualTo(200);
        assertThat(steps(first, run, 1).get("step").intValue()).isEqualTo(step + 1);
        assertThat(json(second.get(run)).get("step").intValue()).isEqualTo(step + 1);
    }

    @Test
    void aClientCannotSayThatAServerPassedItOn() {
        String run = first.create(XOR);
        HttpResponse<String> answer = second.send(second.request(run)
                .header("Downhill-Passed-On", "00 10.0.0.1 evil.example")
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(first.get(run).body());
    }
}
