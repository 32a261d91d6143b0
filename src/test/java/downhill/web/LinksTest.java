package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.json.link.Links;
import downhill.live.ServerLimits;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A link's state is copied bit for bit on a server that never saw the run, within its limits, and a wrong one is answered kindly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
    private static final String SPEC = """
            {"seed": 5, "data": {"name": "circle", "count": 60, "testShare": 0.5}, "network": {"layers": [2, 4, 2, 1]},
            "batch": {"size": 7, "shuffle": true}, "cost": "cross-entropy", "optimizer": {"learningRate": 0.3, "momentum": 0.5}}""";
    private static final String RATE = "\"optimizer\": {\"learningRate\": 0.05}";
    private static final String WEIGHT = "\"weights\": [{\"at\": [0, 1, 0], \"value\": 0.25}]";

    /** A server that has none of the runs, which the original's server made. */
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private static String state(String spec, String rest) {
        return Links.of("{\"spec\": " + spec + rest + "}");
    }

    private static HttpResponse<String> copies(TestApp app, String state) {
        return app.post("/playground/copies", "{\"state\": \"" + state + "\"}");
    }

    private static JsonNode copied(TestApp app, String state) {
        HttpResponse<String> response = copies(app, state);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private static String run(JsonNode copied) {
        return copied.get("frames").stringValue().replaceFirst("/frames$", "");
    }

    private static void steps(TestApp app, String run, int count) {
        assertThat(app.post(run + "/steps", "{\"count\": " + count + "}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theCopyIsTheOriginalBitForBitOnAServerThatNeverSawIt() {
        String frame500;
        String frame200;
        try (TestApp original = new TestApp()) {
            String run = original.create(SPEC);
            steps(original, run, 100);
            original.post(run + "/tweaks", "{" + RATE + "}");
            steps(original, run, 200);
            original.post(run + "/tweaks", "{" + WEIGHT + "}");
            steps(original, run, 200);
            frame500 = original.get(run + "/frames/500?evaluate=true").body();
            frame200 = original.get(run + "/frames/200?example=3").body();
        }
        JsonNode copied = copied(
                app,
                state(
                        SPEC,
                        ", \"runs\": [{\"step\": 500, \"tweaks\": [{\"step\": 100, " + RATE + "}, {\"step\": 300, "
                                + WEIGHT + "}]}]"));
        assertThat(copied.get("said").size()).isZero();
        assertThat(app.get(run(copied) + "/frames/500?evaluate=true").body()).isEqualTo(frame500);
        assertThat(app.get(run(copied) + "/frames/200?example=3").body()).isEqualTo(frame200);
    }

    @Test
    void eachBranchIsCopiedBitForBitAndTheOneInFrontIsShown() {
        String first;
        String second;
        try (TestApp original = new TestApp()) {
            String run = original.create(SPEC);
            steps(original, run, 40);
            first = original.get(run + "/frames/40").body();
            String branch = "/api/runs/"
                    + json(original.post(run + "/branches", "{\"step\": 10, \"tweak\": {" + RATE + "}}"))
                            .get("id")
                            .stringValue();
            steps(original, branch, 20);
            second = original.get(branch + "/frames/30").body();
        }
        JsonNode copied = copied(
                app,
                state(
                        SPEC,
                        ", \"runs\": [{\"step\": 40, \"off\": true}, {\"parent\": 0, \"from\": 10, \"step\": 30,"
                                + " \"tweaks\": [{\"step\": 10, " + RATE + "}]}], \"front\": 1"));
        assertThat(app.get(run(copied) + "/frames/30").body()).isEqualTo(second);
        List<String> ids = List.of(copied.get("branches").stringValue().split("\\."));
        assertThat(ids).hasSize(3);
        assertThat(ids.getFirst()).isEmpty();
        assertThat(ids.getLast()).isEqualTo(run(copied).replaceFirst(".*/", ""));
        assertThat(app.get("/api/runs/" + ids.get(1) + "/frames/40").body()).isEqualTo(first);
    }

    @Test
    void thirtyOpeningsOfOneLinkAreThirtyRunsAndAChangeOfOneChangesNoOther() {
        String state = state(SPEC, ", \"runs\": [{\"step\": 20}]");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            runs.add(run(copied(app, state)));
        }
        assertThat(runs).hasSize(30);
        String changed = runs.iterator().next();
        app.post(changed + "/tweaks", "{" + WEIGHT + "}");
        steps(app, changed, 3);
        runs.remove(changed);
        assertThat(runs).allMatch(run -> json(app.get(run)).get("step").intValue() == 20);
        assertThat(runs.stream().map(run -> app.get(run + "/frames/20").body()).distinct())
                .hasSize(1);
    }

    @Test
    void aRunThatDivergedIsCopiedAsOne() {
        String spec = """
                {"seed": 2, "data": {"name": "circle", "count": 100}, "network": {"layers": [2, 4, 2, 1],
                "activations": ["relu", "relu", "identity"]}, "batch": {"size": 1, "shuffle": true},
                "optimizer": {"learningRate": 10}}""";
        String run = app.create(spec);
        steps(app, run, 400);
        int last = json(app.get(run)).get("step").intValue();
        JsonNode copied = copied(app, state(spec, ", \"runs\": [{\"step\": " + last + ", \"diverged\": true}]"));
        assertThat(json(app.get(run(copied))).get("state").stringValue()).isEqualTo("diverged");
        assertThat(copied.get("said").size()).isZero();
        JsonNode beyond = copied(app, state(spec, ", \"runs\": [{\"step\": " + (last + 9) + "}]"));
        assertThat(beyond.get("said").toString()).contains("diverges after step " + last);
    }

    /** Looking makes no run: only the page's own request does, which a crawler does not send. */
    @Test
    void thePageShowsTheFirstStepAndNamesTheStateButMakesNoRun() {
        String state = state(SPEC, ", \"runs\": [{\"step\": 20}], \"shown\": 7, \"open\": [\"more\"]");
        try (TestApp fresh = new TestApp()) {
            String page = fresh.get("/playground?state=" + state).body();
            JsonNode source = TestApp.stage(page).get("run");
            assertThat(source.at("/link/state").stringValue()).isEqualTo(state);
            assertThat(source.at("/link/page/shown").intValue()).isEqualTo(7);
            assertThat(source.has("frames")).isFalse();
            JsonNode preview = json(fresh.get(source.get("preview").stringValue()));
            assertThat(preview.at("/spec/seed").intValue()).isEqualTo(5);
            assertThat(fresh.get("/metrics").body()).contains("downhill_runs 0.0");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.abc       | This link is of version 2
            1.abc       | This link is damaged
            %3Cdfn%3E%00 | This link is damaged
                        | This link is damaged
            """)
    void aWrongStateGetsASentenceAndTheSettingsOfTheAddress(String state, String sentence) {
        HttpResponse<String> page = app.get("/playground?data=xor&state=" + (state == null ? "" : state));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<p>" + sentence).doesNotContain("<dfn>");
        assertThat(TestApp.stage(page.body()).at("/run/preview").stringValue()).contains("data=xor");
    }

    @Test
    void settingsThatFitNoNetworkGetASentenceToo() {
        String state = state("{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [5, 1]}}", "");
        assertThat(app.get("/playground?state=" + state).body())
                .contains("This link’s settings cannot be used.")
                .contains("The figure shows a new network instead.");
        assertThat(copies(app, state).statusCode()).isEqualTo(422);
    }

    @Test
    void aRunThatIsGoneIsSaidToBeGone() {
        HttpResponse<String> page = app.get("/playground?data=xor&run=AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(page.body()).contains("The server no longer holds the run of this link.");
        assertThat(app.get("/playground").body()).doesNotContain("no longer holds");
    }

    @Test
    void aTweakThatDoesNotFitItsNetworkIsLeftOutAndNamed() {
        JsonNode copied = copied(
                app,
                state(
                        SPEC,
                        ", \"runs\": [{\"step\": 8, \"tweaks\": [{\"step\": 3,"
                                + " \"weights\": [{\"at\": [0, 77, 0], \"value\": 1}]}, {\"step\": 5, " + RATE
                                + "}]}]"));
        assertThat(copied.get("said").toString()).contains("The change at step 3 of this link cannot be made");
        JsonNode run = json(app.get(run(copied)));
        assertThat(run.get("step").intValue()).isEqualTo(8);
        assertThat(run.get("tweaks").size()).isEqualTo(1);
    }

    @Test
    void aStateOverTheLimitsIsRefusedAndLeavesNothingBehind() {
        var limits = new Properties();
        limits.setProperty("weights", "50");
        limits.setProperty("changesPerRun", "2");
        try (TestApp small = new TestApp(ServerLimits.from(limits))) {
            String large = SPEC.replace("[2, 4, 2, 1]", "[2, 20, 20, 1]");
            assertThat(copies(small, state(large, "")).statusCode()).isEqualTo(422);
            String tweak = "{\"step\": 1, " + RATE + "}";
            JsonNode copied = copied(
                    small,
                    state(
                            SPEC,
                            ", \"runs\": [{\"step\": 3, \"tweaks\": [" + tweak + "," + tweak + "," + tweak + "]}]"));
            assertThat(copied.get("said").toString()).contains("2 are kept of one run");
            assertThat(small.get("/metrics").body()).contains("downhill_runs 1.0");
        }
    }

    @Test
    void aChangedStateIsNeverAFailure() {
        var mutations = new Mutations(11);
        String json = "{\"spec\": " + SPEC + ", \"runs\": [{\"step\": 4, \"tweaks\": [{\"step\": 1, " + RATE
                + "}]}, {\"parent\": 0, \"from\": 2, \"step\": 5, \"off\": true, \"tweaks\": [{\"step\": 2, " + WEIGHT
                + "}]}], \"front\": 1, \"shown\": 2, \"example\": 3, \"selected\": {\"kind\": \"weight\", \"at\": [0, 1, 0]},"
                + " \"open\": [\"more\"], \"scale\": \"log\"}";
        for (int i = 0; i < 150; i++) {
            String state = Links.of(mutations.of(json));
            assertThat(app.get("/playground?state=" + state).statusCode())
                    .as(state)
                    .isEqualTo(200);
            HttpResponse<String> made = copies(app, state);
            assertThat(made.statusCode()).as(made.body()).isIn(201, 422);
            if (made.statusCode() == 201) {
                app.delete(run(json(made)));
            }
        }
    }

    @Test
    void theLongestAddressIsRead() {
        String open = "\"" + "x".repeat(40) + "\"";
        String page = app.get("/playground?state=1." + "A".repeat(7900)).body();
        assertThat(page).contains("This link is damaged");
        assertThat(app.get("/playground?state=" + state(SPEC, ", \"open\": [" + open + "]"))
                        .statusCode())
                .isEqualTo(200);
    }
}
