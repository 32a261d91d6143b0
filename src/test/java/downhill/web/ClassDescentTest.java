package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A class as one descent, over HTTP: every walker on one map, every curve on one chart. */
class ClassDescentTest {
    private static final Pattern WALKERS = Pattern.compile("<circle class=\"walker\"");
    private static final Pattern CURVES = Pattern.compile("<path class=\"curve\"");

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = new TestApp();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static long count(Pattern pattern, String page) {
        return pattern.matcher(page).results().count();
    }

    private static int trace(ClassApp room, String cookie, String scene, String name, String value) {
        return room.form("/lessons/" + scene + "/traces", cookie, name, value).statusCode();
    }

    private static String walk(double start, double rate, int steps) {
        return "{\"start\": [" + start + "], \"optimizer\": {\"learningRate\": " + rate + "}, \"steps\": " + steps
                + "}";
    }

    /** A run of the visitor's own in a lesson, which has made some steps. */
    private static String run(String lesson, String name, int steps) {
        String frames = TestApp.json(app.post("/lessons/" + lesson + "/runs/" + name, "{\"step\": " + steps + "}"))
                .get("frames")
                .stringValue();
        return frames.split("/", -1)[3];
    }

    private static String view(String id) {
        return TestApp.json(app.get("/api/runs/" + id)).get("view").stringValue();
    }

    @Test
    void everyWalkerIsOnOneMapAndEveryCurveOnOneChart() {
        ClassApp room = ClassApp.open(app, "step-size");
        String ann = room.join("Ann-Sophie");
        String bo = room.join("");
        assertThat(app.get(room.teacher).body()).doesNotContain("reveal-descents");
        assertThat(trace(room, ann, "step-size/1", "walk", walk(2.5, 0.1, 12))).isEqualTo(204);
        assertThat(trace(room, bo, "step-size/1", "places", "2.5 1.5 0.5")).isEqualTo(204);
        assertThat(app.get(room.teacher).body()).contains("reveal-descents-1", "2 of 2 learners have begun");

        String own = app.get(room.teacher + "/descents/1").body();
        assertThat(count(WALKERS, own)).isEqualTo(2);
        assertThat(count(CURVES, own)).isEqualTo(2);
        // A step at rate 0.1 on h = x^2 leaves 0.8 of x, so the height after twelve is 6.25 * 0.8^24 = 0.0295.
        assertThat(own).contains("Ann-Sophie</th><td>12</td><td>0.0295</td>", "Learner 2</th><td>2</td><td>0.25</td>");

        assertThat(app.get(room.board).body()).doesNotContain("class=\"descent\"");
        room.control("reveal", "question", "descents.1");
        String board = app.get(room.board).body();
        assertThat(count(WALKERS, board)).isEqualTo(2);
        assertThat(board).contains("The class as one descent", "The lowest height is 0.0295");
        assertThat(board).doesNotContain("Ann-Sophie", room.teacher);
        room.control("hide", "question", "descents.1");
        assertThat(app.get(room.board).body()).doesNotContain("class=\"descent\"");
    }

    @Test
    void runsAreSeenOnASliceOfTheCost() {
        ClassApp room = ClassApp.open(app, "watch-it-fall");
        String[] ids = {run("watch-it-fall", "three-units", 40), run("watch-it-fall", "three-units", 200)};
        for (String id : ids) {
            assertThat(trace(room, room.join(""), "watch-it-fall/9", "run", view(id)))
                    .isEqualTo(204);
        }
        room.control("reveal", "question", "descents.9");
        String board = app.get(room.board).body();
        assertThat(count(WALKERS, board)).isEqualTo(2);
        assertThat(count(CURVES, board)).isEqualTo(2);
        assertThat(board).contains("The map is a slice of the cost", "2 of 2 learners have begun a run");
        String own = app.get(room.teacher + "/descents/9").body();
        assertThat(own).contains("<td>40</td>", "<td>200</td>");
        for (String page : new String[] {board, own}) {
            assertThat(page).doesNotContain(ids[0], ids[1], view(ids[0]));
        }
    }

    @Test
    void theNewestTraceCountsAndNobodyElsesIsKept() {
        ClassApp room = ClassApp.open(app, "step-size");
        String ann = room.join("");
        trace(room, ann, "step-size/1", "walk", walk(2, 0.1, 3));
        trace(room, ann, "step-size/1", "walk", walk(2, 0.1, 5));
        trace(room, "", "step-size/1", "walk", walk(2, 0.1, 7));
        assertThat(trace(room, ann, "the-hill/1", "walk", walk(1, 0.1, 7)))
                .as("another lesson")
                .isEqualTo(204);
        assertThat(app.get(room.teacher + "/descents/1").body())
                .contains("<td>5</td>", "1 of 1 learner has moved a walker")
                .doesNotContain("<td>3</td>", "<td>7</td>");
    }

    @Test
    void whatIsNoWalkOfTheSceneIsRefusedOrIgnored() {
        ClassApp room = ClassApp.open(app, "step-size");
        String ann = room.join("");
        assertThat(trace(room, ann, "step-size/1", "walk", "{\"start\": [1, 2], \"steps\": 1}"))
                .isEqualTo(422);
        assertThat(trace(room, ann, "step-size/1", "walk", "")).isEqualTo(400);
        for (String places :
                new String[] {"", "1,2", "x", "NaN", "1|2", "1 ".repeat(65).strip()}) {
            assertThat(trace(room, ann, "step-size/1", "places", places))
                    .as(places)
                    .isEqualTo(204);
        }
        String other = run("watch-it-fall", "flat", 3);
        assertThat(trace(room, ann, "watch-it-fall/9", "run", view(other))).isEqualTo(204);
        assertThat(app.get(room.teacher + "/descents/1").body()).contains("0 of 1 learner");
        assertThat(app.get(room.teacher + "/descents/99").statusCode()).isEqualTo(404);
        assertThat(room.control("reveal", "question", "descents.99").statusCode())
                .isEqualTo(422);
        HttpResponse<String> learner =
                app.send(app.request("/classes/" + room.code + "/descents/1").method("GET", BodyPublishers.noBody()));
        assertThat(learner.statusCode()).isEqualTo(404);
    }

    @Test
    void walkersThatLeaveTheMapAreCounted() {
        ClassApp room = ClassApp.open(app, "step-size");
        trace(room, room.join(""), "step-size/1", "walk", walk(2, 1.2, 20));
        assertThat(app.get(room.teacher + "/descents/1").body()).contains("1 of them is beyond the edge");
    }
}
