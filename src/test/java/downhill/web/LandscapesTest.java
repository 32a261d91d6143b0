package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Slices of a run's landscape, whole and as they get finer. Alone, since it looks at what all threads do. */
@Isolated
class LandscapesTest extends TrainedXor {
    @Test
    void aLandscapeHasTheStepInItsMiddleAndThePathEndsThere() {
        JsonNode landscape = json(app.get(run + "/landscape?step=9&directions=weights:0.0.1,1.0.0&span=2&size=5"));
        assertThat(landscape.get("alphas").toString()).isEqualTo("[-2.0,-1.0,0.0,1.0,2.0]");
        assertThat(landscape.get("betas")).isEqualTo(landscape.get("alphas"));
        assertThat(landscape.get("costs").get(2).get(2)).isEqualTo(frame(run, 9).get("trainCost"));
        JsonNode path = landscape.get("path");
        assertThat(path.size()).isEqualTo(10);
        assertThat(path.get(9).toString()).isEqualTo("[9,0.0,0.0]");
        assertThat(landscape.get("share").get("path").doubleValue()).isBetween(0.0, 1.0);
        assertThat(landscape.get("directions").toString())
                .isEqualTo("{\"name\":\"weights\",\"weights\":[[0,0,1],[1,0,0]]}");
        JsonNode nudge = post("/nudges", "{\"step\": 9, \"at\": [0, 0, 1], \"by\": 2}");
        assertThat(landscape.get("costs").get(4).get(2).doubleValue())
                .isCloseTo(nudge.get("cost").get("plus").doubleValue(), offset(1e-14));
    }

    @Test
    void aLandscapeOfSixtyOnePointsIsRandomUnlessSaidOtherwise() {
        JsonNode landscape = json(app.get(run + "/landscape"));
        assertThat(landscape.get("costs").size()).isEqualTo(61);
        assertThat(landscape.get("costs").get(60).size()).isEqualTo(61);
        assertThat(landscape.get("directions").get("name").stringValue()).isEqualTo("random");
        assertThat(json(app.get(run + "/landscape?directions=path"))
                        .get("directions")
                        .get("explained")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aStreamedLandscapeGetsFinerAndEndsWithTheWholeOne() {
        String query = "/landscape?step=9&directions=path&size=21";
        try (TestApp.Events events = app.events(run + query)) {
            assertThat(events.status).isEqualTo(200);
            int before = 0;
            String last = "";
            for (TestApp.Event e = events.next().orElseThrow();
                    !e.name().equals("end");
                    e = events.next().orElseThrow()) {
                if (e.name().equals("landscape")) {
                    last = e.data();
                    int size = TestApp.tree(last).get("alphas").size();
                    assertThat(size).isGreaterThan(before);
                    before = size;
                }
            }
            assertThat(last).isEqualTo(app.get(run + query).body());
        }
    }

    @Test
    void aLandscapeIsNoLongerComputedWhenItsViewerHasGone() {
        String large = app.create("""
                {"data": {"name": "moons", "count": 2000}, "network": {"layers": [2, 200, 200, 1]}}""");
        try (TestApp.Events events = app.events(large + "/landscape?size=101")) {
            assertThat(events.next("landscape").data()).contains("alphas");
            assertThat(isSurveying()).isTrue();
            assertThat(app.post(large + "/pause", "").statusCode()).isEqualTo(200);
        }
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (isSurveying() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(isSurveying()).isFalse();
    }

    /** Tests whether any thread computes a landscape. */
    private static boolean isSurveying() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals("downhill.insight.Survey"));
    }
}
