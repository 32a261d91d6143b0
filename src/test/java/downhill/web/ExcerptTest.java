package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.web.TestApp.Event;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The numbers of some neurons come with each summary of a network too large to be sent whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExcerptTest {
    private static final String LARGE = """
            {"seed": 5, "data": {"name": "circle", "count": 40}, "network": {"layers": [2, 100, 60, 1]}}""";
    private static final String CHOSEN = "neurons=0,1~7,99~0,30,59~0";
    private static final List<List<Integer>> NEURONS =
            List.of(List.of(0, 1), List.of(7, 99), List.of(0, 30, 59), List.of(0));

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private static void isPartOf(JsonNode excerpt, JsonNode whole) {
        for (String name : List.of("weights", "weightGradients", "weightUpdates")) {
            for (int l = 0; l < NEURONS.size() - 1; l++) {
                for (int j = 0; j < NEURONS.get(l + 1).size(); j++) {
                    JsonNode row = whole.get(name).get(l).get(NEURONS.get(l + 1).get(j));
                    assertThat(excerpt.get(name).get(l).get(j)).hasSameSizeAs(NEURONS.get(l));
                    for (int k = 0; k < NEURONS.get(l).size(); k++) {
                        assertThat(excerpt.get(name).get(l).get(j).get(k))
                                .isEqualTo(row.get(NEURONS.get(l).get(k)));
                    }
                }
            }
        }
        for (String name : List.of("biases", "biasGradients", "biasUpdates")) {
            for (int l = 0; l < NEURONS.size() - 1; l++) {
                for (int j = 0; j < NEURONS.get(l + 1).size(); j++) {
                    assertThat(excerpt.get(name).get(l).get(j))
                            .isEqualTo(whole.get(name)
                                    .get(l)
                                    .get(NEURONS.get(l + 1).get(j)));
                }
            }
        }
    }

    @Test
    void anExcerptHasTheSameNumbersAsTheWholeFrameOfItsStep() {
        String run = app.create(LARGE);
        app.post(run + "/steps", "{\"count\": 3}");
        for (int step : List.of(1, 3)) {
            JsonNode summary = TestApp.json(app.get(run + "/frames/" + step + "?" + CHOSEN));
            JsonNode whole = TestApp.json(app.get(run + "/frames/" + step + "?detail=full"));
            assertThat(summary.get("step").intValue()).isEqualTo(step);
            assertThat(summary.has("weights")).isFalse();
            assertThat(TestApp.tree(summary.at("/excerpt/neurons").toString()))
                    .isEqualTo(TestApp.tree(NEURONS.toString()));
            isPartOf(summary.get("excerpt"), whole);
        }
    }

    @Test
    void aRunningNetworksStreamHasTheExcerptOfEachOfItsSteps() {
        String run = app.create(LARGE);
        try (var events = app.events(run + "/frames?" + CHOSEN)) {
            app.post(run + "/play", "{\"stepsPerSecond\": 50}");
            List<Event> frames = events.frames(12);
            app.post(run + "/pause", "{}");
            for (Event frame : List.of(frames.get(4), frames.get(11))) {
                isPartOf(
                        TestApp.tree(frame.data()).get("excerpt"),
                        TestApp.json(app.get(run + "/frames/" + frame.step() + "?detail=full")));
            }
        }
        app.delete(run);
    }

    @Test
    void aFrameThatIsSentWholeAndASummaryThatNobodyAskedMoreOfHaveNone() {
        String run = app.create(LARGE);
        assertThat(TestApp.json(app.get(run + "/frames/0")).has("excerpt")).isFalse();
        assertThat(app.get(run + "/frames/0?detail=full&" + CHOSEN).body())
                .isEqualTo(app.get(run + "/frames/0?detail=full").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0~0~0", "2~0~0~0", "0~100~0~0", "0~0~0~1", "0~999999999~0~0"})
    void neuronsThatThereAreNotAreNotAllowed(String neurons) {
        String run = app.create(LARGE);
        var answer = app.get(run + "/frames/0?neurons=" + neurons);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"?neurons\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0~~0~0", "-1~0~0~0", "0,~0~0~0", "0~0~0~99999999999"})
    void whatIsNoListOfNeuronsIsMalformed(String neurons) {
        String run = app.create(LARGE);
        assertThat(app.get(run + "/frames/0?neurons=" + neurons).statusCode()).isEqualTo(400);
    }

    @Test
    void noMoreWeightsAreSentThanOfANetworkThatIsSentWhole() {
        String run = app.create(LARGE);
        String all = "0,1~" + numbers(100) + "~" + numbers(60) + "~0";
        assertThat(app.get(run + "/frames/0?neurons=" + all).statusCode()).isEqualTo(422);
    }

    private static String numbers(int count) {
        return String.join(
                ",",
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(String::valueOf)
                        .toList());
    }
}
