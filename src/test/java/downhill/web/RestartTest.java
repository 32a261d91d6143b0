package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.live.archive.Claim;
import downhill.live.archive.Lease;
import downhill.live.archive.Progress;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that stops and starts again loses nothing. */
class RestartTest {
    private static final String LARGE = """
            {"data": {"name": "digits", "count": 200}, "network": {"layers": [784, 40, 10]}, "batch": {"size": 32},
            "optimizer": {"name": "adam"}}""";

    @TempDir
    private Path folder;

    private TestApp start(String... limits) {
        var overrides = new Properties();
        for (int i = 0; i < limits.length; i += 2) {
            overrides.setProperty(limits[i], limits[i + 1]);
        }
        return new TestApp(
                ServerLimits.from(overrides),
                new ServerSettings(0, "127.0.0.1", "", Optional.empty()),
                Store.open(StoreSettings.sqlite(folder)));
    }

    private static void steps(TestApp app, String run, int count) {
        assertThat(app.post(run + "/steps", "{\"count\": " + count + "}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRunIsFoundAtItsStepWithItsTweaksAndGoesOnWithTheSameBits() {
        String run;
        JsonNode description;
        String early;
        String newest;
        try (TestApp app = start()) {
            run = app.create(TestApp.XOR);
            steps(app, run, 30);
            assertThat(app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.3}}")
                            .statusCode())
                    .isEqualTo(200);
            steps(app, run, 20);
            app.post(run + "/tweaks", "{\"weights\": [{\"at\": [0, 1, 0], \"value\": 0.25}]}");
            description = json(app.get(run));
            early = app.get(run + "/frames/30").body();
            newest = app.get(run + "/frames/50").body();
        }
        try (TestApp app = start()) {
            assertThat(json(app.get(run))).isEqualTo(description);
            assertThat(app.get(run + "/frames/30").body()).isEqualTo(early);
            assertThat(app.get(run + "/frames/50").body()).isEqualTo(newest);
            steps(app, run, 5);
            assertThat(json(app.get(run)).get("step").intValue()).isEqualTo(55);
        }
    }

    @Test
    void aTweakOfAServerThatDiedBeforeItSavedTheStepIsNotLost() {
        String run;
        JsonNode description;
        try (TestApp app = start()) {
            run = app.create(TestApp.XOR);
            steps(app, run, 30);
            app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.3}}");
            description = json(app.get(run));
        }
        try (Store store = Store.open(StoreSettings.sqlite(folder))) {
            String id = run.substring(run.lastIndexOf('/') + 1);
            Lease lease = ((Claim.Granted) store.claim(id)).lease();
            store.reach(Map.of(lease, new Progress(7, false, OptionalDouble.empty())), Instant.now());
        }
        try (TestApp app = start()) {
            assertThat(json(app.get(run))).isEqualTo(description);
            assertThat(app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.4}}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aStreamGoesOnWhereItWas() {
        String run;
        List<String> frames = new ArrayList<>();
        try (TestApp app = start()) {
            run = app.create(TestApp.XOR);
            steps(app, run, 40);
            try (var events = app.events(run + "/frames?from=20")) {
                events.frames(20).forEach(frame -> frames.add(frame.data()));
            }
        }
        try (TestApp app = start();
                var events = app.events(run + "/frames", "Last-Event-ID", "30")) {
            assertThat(events.frames(10).stream().map(TestApp.Event::data)).isEqualTo(frames.subList(10, 20));
        }
    }

    @Test
    void aPlayingRunPlaysOnAndItsReadersAreNotToldThatItEnded() {
        String run;
        try (TestApp app = start()) {
            run = app.create(TestApp.XOR);
            app.post(run + "/play", "{\"stepsPerSecond\": 50}");
            try (var events = app.events(run + "/frames")) {
                events.frames(3);
                app.stop();
                Optional<TestApp.Event> event = events.next();
                while (event.isPresent()) {
                    assertThat(event.get().name()).isNotEqualTo("end");
                    event = events.next();
                }
            }
        }
        try (TestApp app = start();
                var events = app.events(run + "/frames")) {
            int first = events.frames(1).getFirst().step();
            assertThat(events.frames(3).getLast().step()).isGreaterThan(first);
        }
    }

    @Test
    void aLargeRunGoesOnFromItsCheckpoint() {
        String run;
        String newest;
        try (TestApp app = start()) {
            run = app.create(LARGE);
            steps(app, run, 400);
            newest = app.get(run + "/frames/400?detail=full").body();
        }
        try (Store store = Store.open(StoreSettings.sqlite(folder))) {
            String id = run.substring(run.lastIndexOf('/') + 1);
            assertThat(store.checkpoint(id)).isPresent();
        }
        try (TestApp app = start()) {
            assertThat(app.get(run + "/frames/400?detail=full").body()).isEqualTo(newest);
            assertThat(app.get(run + "/frames/10").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRunThatDivergedIsStillDiverged() {
        String run;
        try (TestApp app = start()) {
            run = app.create("""
                    {"seed": 2, "data": {"name": "circle", "count": 100}, "network": {"layers": [2, 4, 2, 1],
                    "activations": ["relu", "relu", "identity"]}, "batch": {"size": 1, "shuffle": true},
                    "optimizer": {"learningRate": 10}}""");
            steps(app, run, 400);
            assertThat(json(app.get(run)).get("state").stringValue()).isEqualTo("diverged");
        }
        try (TestApp app = start()) {
            assertThat(json(app.get(run)).get("state").stringValue()).isEqualTo("diverged");
        }
    }

    @Test
    void aDeletedRunStaysDeletedAndABranchHasItsParentsPast() {
        String run;
        String branch;
        String shared;
        try (TestApp app = start()) {
            run = app.create(TestApp.XOR);
            steps(app, run, 30);
            HttpResponse<String> made =
                    app.post(run + "/branches", "{\"step\": 12, \"tweak\": {\"optimizer\": {\"learningRate\": 9}}}");
            branch = "/api/runs/" + json(made).get("id").stringValue();
            shared = app.get(branch + "/frames/11").body();
            app.delete(run);
        }
        try (TestApp app = start()) {
            assertThat(app.get(run).statusCode()).isEqualTo(404);
            assertThat(json(app.get(branch)).get("step").intValue()).isEqualTo(12);
            assertThat(app.get(branch + "/frames/11").body()).isEqualTo(shared);
        }
    }

    @Test
    void anUploadedFileAndTheRunsMadeOfItComeBack() {
        String run;
        String spec;
        String data;
        try (TestApp app = start()) {
            HttpResponse<String> uploaded = app.send(app.request("/api/data")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("x,y,class\n0.1,0.2,low\n0.9,0.7,high\n0.3,0.1,low\n")));
            spec = "{\"data\": {\"name\": \"file\", \"id\": \""
                    + json(uploaded).get("id").stringValue() + "\"}, \"network\": {\"layers\": [2, 3, 1]}}";
            run = app.create(spec);
            steps(app, run, 3);
            data = app.get(run + "/data").body();
        }
        try (TestApp app = start()) {
            assertThat(app.get(run + "/data").body()).isEqualTo(data);
            assertThat(app.create(spec)).isNotEqualTo(run);
        }
    }

    @Test
    void aVisitorsTokenIsStillKnown() {
        String token;
        try (TestApp app = start()) {
            token = json(app.send(app.anonymous("/api/visitors").POST(BodyPublishers.noBody())))
                    .get("token")
                    .stringValue();
        }
        try (TestApp app = start("runsPerVisitor", "1")) {
            for (int i = 0; i < 3; i++) {
                // Clients without a known token share their address, and the second run would be refused.
                HttpResponse<String> made = app.send(app.anonymous("/api/runs")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(TestApp.XOR)));
                assertThat(made.statusCode()).isEqualTo(201);
            }
        }
    }

    @Test
    void noAddressIsInTheStore() throws IOException {
        try (TestApp app = start()) {
            HttpResponse<String> made = app.send(app.anonymous("/api/runs")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(TestApp.XOR)));
            assertThat(made.statusCode()).isEqualTo(201);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("127.0.0.1");
            }
        }
    }

    @Test
    void aRunThatMadeRoomForAnotherComesBackWhenSomebodyAsksForIt() {
        try (TestApp app = start("runsPerVisitor", "2")) {
            List<String> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String run = app.create(TestApp.XOR);
                steps(app, run, 10 + i);
                runs.add(run);
            }
            for (int i = 0; i < 6; i++) {
                assertThat(json(app.get(runs.get(i))).get("step").intValue()).isEqualTo(10 + i);
            }
        }
    }

    @Test
    void aClassIsAsItWas() {
        String lesson = "/lessons/step-size";
        ClassApp before;
        String ann;
        try (TestApp app = start()) {
            before = ClassApp.open(app, "step-size");
            ann = before.join("Ann");
            before.get(lesson + "/3", ann);
            before.control("pace", "pace", "up-to", "scene", "4");
        }
        try (TestApp app = start()) {
            ClassApp room = before.on(app);
            assertThat(room.code).isEqualTo(before.code);
            assertThat(ClassApp.location(room.get(lesson, ann))).isEqualTo(lesson + "/3");
            assertThat(ClassApp.location(room.get(lesson + "/6", ann))).isEqualTo(lesson + "/4");
            assertThat(app.get(room.teacher).body()).contains("1 learner", "Ann");
        }
    }
}
