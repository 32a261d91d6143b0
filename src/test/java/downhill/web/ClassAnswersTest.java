package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The answers of a class over HTTP: who may see them, and when. */
class ClassAnswersTest {
    private static final String LESSON = "/lessons/step-size";
    private static final String WALK = "{\"start\": [2], \"optimizer\": {\"learningRate\": 0.1}, \"steps\": 3}";

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = new TestApp();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static ClassApp open() {
        return ClassApp.open(app, "step-size");
    }

    private static HttpResponse<String> answer(ClassApp room, String cookie, int scene, String id, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "walk";
        all[fields.length + 1] = WALK;
        return room.form(LESSON + "/" + scene + "/answers/" + id, cookie, all);
    }

    private static String question(String page, String id) {
        int at = page.indexOf("id=\"look-" + id + "\"");
        return page.substring(page.lastIndexOf("class-question", at), page.indexOf("</figure>", at));
    }

    @Test
    void theTeacherSeesAnswersAsTheyComeAndTheProjectorOnlyOnceTheyAreRevealed() {
        ClassApp room = open();
        String ann = room.join("Ann");
        String bo = room.join("Bo");
        answer(room, ann, 2, "settles", "answer", "3");
        assertThat(question(app.get(room.teacher).body(), "settles")).contains("1 of 2 learners have answered");
        answer(room, bo, 2, "settles", "answer", "1");
        assertThat(question(app.get(room.teacher).body(), "settles"))
                .contains("2 of 2 learners have answered", "tally-bars");

        assertThat(app.get(room.board).body()).doesNotContain("tally", "the answer");
        room.control("reveal", "question", "settles");
        assertThat(app.get(room.board).body()).contains("tally-bars", "(the answer)", "2 of 2 learners");
        room.control("hide", "question", "settles");
        assertThat(app.get(room.board).body()).doesNotContain("tally", "the answer");
    }

    @Test
    void learnersNeverReadTheAnswersOfOthers() {
        ClassApp room = open();
        String ann = room.join("Ann-Sophie");
        String bo = room.join("Bo");
        answer(room, ann, 2, "settles", "answer", "3");
        for (String path : List.of(LESSON + "/2", "/join", LESSON + "/2/given")) {
            assertThat(room.get(path, bo).body())
                    .as(path)
                    .doesNotContain("Ann-Sophie", "tally", room.teacher, room.board);
        }
        for (String path : List.of("", "/events", "/summary", "/answers.csv", "/answers.json")) {
            for (String key : List.of(room.code, bo.substring(bo.indexOf('=') + 1), room.board.substring(8))) {
                assertThat(room.get("/classes/" + key + path, bo).statusCode()).isEqualTo(404);
            }
        }
        try (var events = app.events("/join/events", "Cookie", bo)) {
            assertThat(events.next("class").data()).doesNotContain("Ann-Sophie", "settles");
            answer(room, ann, 1, "who-wins", "answer", "1");
            room.control("reveal", "question", "settles");
            assertThat(events.next().orElseThrow().data()).doesNotContain("Ann-Sophie", "settles");
        }
    }

    @Test
    void theFirstGuessCountsAlsoWhenThePageShowsItAgain() {
        ClassApp room = open();
        String ann = room.join("");
        answer(room, ann, 2, "settles", "answer", "1");
        answer(room, ann, 2, "settles", "answer", "3");
        String bars = question(app.get(room.teacher).body(), "settles");
        assertThat(bars).containsSubsequence("<b>1</b>", "<b>0</b>", "<b>0</b>", "<b>0</b>");
    }

    @Test
    void aMistakeIsNamedAndAChallengeShowsItsRate() {
        ClassApp room = open();
        String ann = room.join("");
        answer(room, ann, 3, "in-one-step", "answer", "2");
        answer(room, ann, 3, "in-one-step", "answer", "0.5");
        room.form(
                LESSON + "/9/answers/largest-rate",
                ann,
                "walk",
                "{\"start\": [2, 1], \"optimizer\": {\"learningRate\": 0.01}, \"steps\": 3}");
        String page = app.get(room.teacher).body();
        assertThat(question(page, "in-one-step"))
                .contains("<b>100%</b>", "0 of 1 at the first try", "The step is the rate times");
        assertThat(question(page, "largest-rate")).contains("<b>0</b> of 1 who tried", "class=\"missed\"");
    }

    @Test
    void answersOfLearnersWhoAreInNoClassAreKeptNowhere() {
        ClassApp room = open();
        answer(room, "", 2, "settles", "answer", "3");
        assertThat(question(app.get(room.teacher).body(), "settles")).contains("0 of 0 learners");
        ClassApp other = ClassApp.open(app, "the-hill");
        answer(room, other.join("Ann"), 2, "settles", "answer", "3");
        assertThat(app.get(other.teacher).body()).doesNotContain("1 of 1 learner");
    }

    @Test
    void everyLessonsQuestionsCanBeShown() {
        for (String lesson : List.of("the-hill", "chain-rule", "perceptron", "to-your-code", "watch-it-fall")) {
            ClassApp room = ClassApp.open(app, lesson);
            String page = app.get(room.teacher).body();
            Matcher ids = Pattern.compile("id=\"look-([^\"]+)\"").matcher(page);
            while (ids.find()) {
                room.control("reveal", "question", ids.group(1));
                assertThat(app.get(room.board).body()).as(ids.group(1)).contains("class=\"tally\"");
            }
        }
    }

    @Test
    void theSummaryTellsWhatWasHardAndWhatToDiscuss() {
        ClassApp room = open();
        String ann = room.join("Ann");
        room.get(LESSON + "/3", ann);
        answer(room, ann, 3, "in-one-step", "answer", "2");
        String page = app.get(room.teacher + "/summary").body();
        assertThat(page)
                .contains("1 learner.", "What was hard", "0% had it right at the first try", "Questions to discuss")
                .contains("1 of 1 came to this scene", "The step is the rate times")
                .doesNotContain("Ann", "og:url");
    }

    @Test
    void downloadsHaveNicknamesOnlyWhenAskedFor() {
        ClassApp room = open();
        String ann = room.join("=Ann,\"A\"");
        answer(room, ann, 2, "settles", "answer", "3");
        answer(room, ann, 3, "in-one-step", "answer", "2");
        String csv = app.get(room.teacher + "/answers.csv").body();
        assertThat(csv)
                .startsWith("learner,scene reached,question,kind,scene,answer,outcome,tries,mistakes,found,")
                .contains("1,1,settles,Guess first,2,3,noted,1,,,,")
                .contains("1,1,in-one-step,Check,3,2.0,wrong,1,", "The step is the rate times")
                .doesNotContain("Ann");
        HttpResponse<String> named = app.get(room.teacher + "/answers.csv?nicknames=yes");
        assertThat(named.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("class.csv");
        assertThat(named.body()).contains("1,\"'=Ann,\"\"A\"\"\",1,settles");
        var json = TestApp.json(app.get(room.teacher + "/answers.json"));
        var learner = json.get("learners").get(0);
        assertThat(learner.has("nickname")).isFalse();
        assertThat(learner.get("responses").get(0).get("question").stringValue())
                .isEqualTo("settles");
        assertThat(TestApp.json(app.get(room.teacher + "/answers.json?nicknames=yes"))
                        .get("learners")
                        .get(0)
                        .get("nickname")
                        .stringValue())
                .isEqualTo("=Ann,\"A\"");
        assertThat(app.get(room.teacher + "/answers.csv?nicknames=perhaps").statusCode())
                .isEqualTo(422);
        assertThat(app.get(room.teacher + "/answers.csv?names=yes").statusCode())
                .isEqualTo(400);
    }
}
