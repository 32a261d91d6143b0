package downhill.web;

import static downhill.web.TestApp.XOR;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.math.Rng;
import downhill.web.TestApp.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("A reader keeps up with a fast run only while it is not held up.")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String stepped(int steps) {
        String run = app.create(XOR);
        app.post(run + "/steps", "{\"count\": " + steps + "}");
        return run;
    }

    private static List<Integer> steps(List<Event> frames) {
        return frames.stream().map(Event::step).toList();
    }

    @Test
    void withoutAPlaceTheStreamBeginsWithTheNewestFrame() {
        String run = stepped(9);
        try (var events = app.events(run + "/frames")) {
            Event first = events.next("frame");
            assertThat(first.id()).isEqualTo("9");
            assertThat(first.data()).isEqualTo(app.get(run + "/frames/9").body());
        }
    }

    @Test
    void fromAPlaceTheStreamSkipsNothingAndThenGoesOnLive() {
        String run = stepped(50);
        try (var events = app.events(run + "/frames", "Last-Event-ID", "20")) {
            List<Event> past = events.frames(30);
            assertThat(steps(past))
                    .isEqualTo(IntStream.rangeClosed(21, 50).boxed().toList());
            assertThat(past.get(3).data()).isEqualTo(app.get(run + "/frames/24").body());
            app.post(run + "/steps", "{\"count\": 1}");
            assertThat(events.next("frame").step()).isEqualTo(51);
        }
    }

    @Test
    void fromTheNewestStepTheStreamBeginsWithTheNextOne() {
        String run = stepped(10);
        for (String place : List.of("", "?from=10")) {
            int newest = TestApp.json(app.get(run)).get("step").intValue();
            String[] header = place.isEmpty() ? new String[] {"Last-Event-ID", String.valueOf(newest)} : new String[0];
            try (var events = app.events(run + "/frames" + place.replace("10", String.valueOf(newest)), header)) {
                app.post(run + "/steps", "{\"count\": 1}");
                assertThat(events.next("frame").step()).isEqualTo(newest + 1);
            }
        }
    }

    /** A reader who leaves after any frame knows all tweaks before it, so that none is lost on coming back. */
    @Test
    void aTweakBetweenTwoWantedStepsComesBeforeTheSecond() {
        String run = stepped(4);
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.5}}");
        app.post(run + "/steps", "{\"count\": 8}");
        try (var events = app.events(run + "/frames?every=3&from=0")) {
            assertThat(IntStream.range(0, 4)
                            .mapToObj(_ -> events.next().orElseThrow())
                            .map(Event::name))
                    .containsExactly("frame", "tweak", "frame", "frame");
        }
        try (var events = app.events(run + "/frames?every=3", "Last-Event-ID", "3")) {
            assertThat(events.next().orElseThrow().name()).isEqualTo("tweak");
            assertThat(events.next("frame").step()).isEqualTo(6);
        }
        try (var events = app.events(run + "/frames?every=3", "Last-Event-ID", "6")) {
            assertThat(events.next().orElseThrow().step()).isEqualTo(9);
        }
    }

    @Test
    void aPlayingRunIsSeenWithoutAGapByAReaderWhoKeepsUp() {
        String run = app.create(XOR);
        try (var events = app.events(run + "/frames")) {
            // the first frame is the newest one, whatever the run's step is when it is written
            assertThat(steps(events.frames(1))).containsExactly(0);
            app.post(run + "/play", "{\"stepsPerSecond\": 100}");
            assertThat(steps(events.frames(59)))
                    .isEqualTo(IntStream.rangeClosed(1, 59).boxed().toList());
        }
        app.delete(run);
    }

    @Test
    void everyAndDigitsThinWhatIsSent() {
        String run = stepped(40);
        try (var events = app.events(run + "/frames?from=0&every=10&digits=3")) {
            List<Event> frames = events.frames(4);
            assertThat(steps(frames)).containsExactly(10, 20, 30, 40);
            assertThat(frames.getFirst().data().length())
                    .isLessThan(app.get(run + "/frames/10").body().length() * 2 / 3);
        }
    }

    /** A frame, live or from the past, explains the requested quantities of its own step. */
    @Test
    void aFastRunIsSeenInOrderThoughNotEveryStep() {
        String run = app.create(XOR);
        try (var events = app.events(run + "/frames?maxRate=100")) {
            app.post(run + "/play", "{\"stepsPerSecond\": 0}");
            List<Integer> steps = steps(events.frames(20));
            assertThat(steps).isSorted().doesNotHaveDuplicates();
        }
        app.delete(run);
    }

    @Test
    void tweaksStatesAndTheEndAreTold() {
        String run = app.create(XOR);
        try (var events = app.events(run + "/frames")) {
            events.next("frame");
            app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.25}}");
            assertThat(events.next("tweak").data()).isEqualTo("{\"step\":0,\"optimizer\":{\"learningRate\":0.25}}");
            assertThat(events.next("frame").step())
                    .as("sent again, since its updates change")
                    .isZero();
            app.post(run + "/play", "{\"stepsPerSecond\": 50}");
            assertThat(events.next("state").data()).startsWith("{\"state\":\"running\"");
            app.delete(run);
            events.next("end");
            assertThat(events.next()).isEmpty();
        }
        assertThat(app.events(run + "/frames", "Last-Event-ID", "0").status).isEqualTo(204);
        assertThat(app.events(run + "/frames").status).isEqualTo(404);
    }

    @Test
    void aThousandCutsGiveTheUncutSequence() {
        String run = stepped(40);
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.25}}");
        app.post(run + "/steps", "{\"count\": 60}");
        List<Event> uncut;
        try (var events = app.events(run + "/frames?from=-1")) {
            uncut = events.frames(101);
        }
        assertThat(steps(uncut)).isEqualTo(IntStream.rangeClosed(0, 100).boxed().toList());
        Rng rng = Rng.of(1, Rng.Stream.CHECK);
        for (int cut = 0; cut < 1000; cut++) {
            int from = rng.nextInt(100);
            int count = 1 + rng.nextInt(Math.min(8, 100 - from));
            try (var events = app.events(run + "/frames", "Last-Event-ID", String.valueOf(from))) {
                assertThat(events.frames(count)).isEqualTo(uncut.subList(from + 1, from + 1 + count));
            }
        }
    }

    @Test
    void whoComesBackIsToldOfTheTweaksMadeMeanwhile() {
        String run = stepped(10);
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.5}}");
        app.post(run + "/steps", "{\"count\": 5}");
        try (var events = app.events(run + "/frames", "Last-Event-ID", "8")) {
            assertThat(events.next("frame").step()).isEqualTo(9);
            assertThat(events.next("frame").step()).isEqualTo(10);
            assertThat(events.next().orElseThrow())
                    .isEqualTo(new Event("tweak", "", "{\"step\":10,\"optimizer\":{\"learningRate\":0.5}}"));
            assertThat(events.next("frame").step()).isEqualTo(11);
        }
    }

    @Test
    void aTweakMadeDuringAReplayIsInTheStepsAfterIt() {
        String run = stepped(30);
        try (var events = app.events(run + "/frames?from=0")) {
            events.frames(5);
            app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 0.01}}");
            app.post(run + "/steps", "{\"count\": 20}");
            Event last = events.next("frame");
            while (last.step() < 50) {
                last = events.next("frame");
                if (last.step() == 30) {
                    continue;
                }
                assertThat(last.data())
                        .isEqualTo(app.get(run + "/frames/" + last.step()).body());
            }
        }
    }

    @Test
    void aStreamIsOnlyForThoseWhoAskForOne() {
        assertThat(app.get(app.create(XOR) + "/frames").statusCode()).isEqualTo(406);
    }

    @Test
    void aPausedRunsStreamIsKeptAliveByHeartbeats() {
        Properties quick = new Properties();
        quick.setProperty("heartbeatMilliseconds", "50");
        try (TestApp quickened = new TestApp(ServerLimits.from(quick))) {
            try (var events = quickened.events(quickened.create(XOR) + "/frames")) {
                events.next("frame");
                assertThat(events.next(":").data()).isEmpty();
                assertThat(events.next(":").data()).isEmpty();
            }
        }
    }

    @Test
    void aViewerWhoDoesNotReadSlowsNeitherTheRunNorTheOthers() throws IOException {
        String run = app.create("""
                {"data": {"name": "circle"}, "network": {"layers": [2, 40, 40, 1]}}""");
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            silent.setReceiveBufferSize(4096);
            silent.getOutputStream()
                    .write(("GET " + run + "/frames HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            try (var events = app.events(run + "/frames")) {
                events.next("frame");
                app.post(run + "/play", "{\"stepsPerSecond\": 100}");
                List<Integer> steps = steps(events.frames(150));
                assertThat(steps).isSorted();
                assertThat(steps.getLast() - steps.getFirst()).isLessThan(200);
            }
        }
        app.delete(run);
    }

    @Test
    void oneViewerTooManyIsRefused() {
        Properties limits = new Properties();
        limits.setProperty("viewersPerRun", "2");
        try (var crowded = new TestApp(ServerLimits.from(limits))) {
            String run = crowded.create(XOR);
            try (var first = crowded.events(run + "/frames")) {
                first.next("frame");
                try (var second = crowded.events(run + "/frames")) {
                    second.next("frame");
                    var refused = crowded.send(crowded.request(run + "/frames").header("Accept", "text/event-stream"));
                    assertThat(refused.statusCode()).isEqualTo(429);
                    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                }
            }
        }
    }

    @Test
    void aStoppingServerEndsItsStreams() {
        TestApp stopping = new TestApp();
        String run = stopping.create(XOR);
        try (var events = stopping.events(run + "/frames")) {
            events.next("frame");
            Thread stopper = Thread.ofVirtual().start(stopping::stop);
            assertThat(events.next("end").name()).isEqualTo("end");
            assertThat(events.next()).isEqualTo(Optional.empty());
            assertThat(stopper).isNotNull();
        }
        stopping.close();
    }
}
