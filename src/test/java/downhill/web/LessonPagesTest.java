package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonPagesTest {
    private static final Course COURSE = CourseReader.read(Content.onClassPath(), "");

    private final TestApp app = new TestApp();

    @AfterAll
    void stop() {
        app.close();
    }

    @TestFactory
    List<DynamicTest> everySceneHasItsStageInThePage() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Lesson lesson : COURSE.lessons()) {
            for (Scene scene : lesson.scenes()) {
                String address = "/lessons/" + lesson.slug() + "/" + scene.number();
                tests.add(DynamicTest.dynamicTest(address, () -> {
                    HttpResponse<String> page = app.get(address);
                    assertThat(page.statusCode()).isEqualTo(200);
                    assertThat(page.body()).contains("<x-stage", ">" + scene.title() + "</h1>");
                    scene.questions().forEach(q -> assertThat(page.body()).contains(address + "/answers/" + q.id()));
                }));
            }
        }
        return tests;
    }

    @Test
    void thereIsNothingPastTheLastSceneNorInALessonThatIsNone() {
        Lesson first = COURSE.lessons().getFirst();
        String lesson = "/lessons/" + first.slug();
        assertThat(app.get(lesson).statusCode()).isEqualTo(200);
        assertThat(app.get(lesson + "/" + (first.scenes().size() + 1)).statusCode())
                .isEqualTo(404);
        for (String scene : List.of("0", "01", "-1", "one", "99999999999")) {
            assertThat(app.get(lesson + "/" + scene).statusCode()).as(scene).isEqualTo(404);
        }
        assertThat(app.get("/lessons/no-such-lesson").statusCode()).isEqualTo(404);
    }

    @Test
    void aHandoutHasEveryQuestionAndItsNumbersFilledIn() {
        for (Lesson lesson : COURSE.lessons()) {
            HttpResponse<String> page = app.get("/lessons/" + lesson.slug() + "/handout");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<x-value", "<form", "<x-stage", "…");
            assertThat(page.body().split("class=\"question\"", -1))
                    .hasSize(1 + lesson.questions().size());
        }
        assertThat(app.get("/lessons/layer-by-layer/handout").body()).contains("0.29837", "0.75137");
        assertThat(app.get("/lessons/no-such-lesson/handout").statusCode()).isEqualTo(404);
    }

    @Test
    void theContentsListEveryLessonAndTheGlossaryEveryTerm() {
        String contents = app.get("/lessons").body();
        COURSE.lessons().forEach(l -> assertThat(contents).contains("/lessons/" + l.slug() + "\""));
        String glossary = app.get("/glossary").body();
        COURSE.glossary().forEach(t -> assertThat(glossary).contains("id=\"" + t.name() + "\""));
    }

    @Test
    void thePrivacyPageNamesTheTimesOfThisServer() {
        String page = app.get("/privacy").body();
        assertThat(page).contains("after 30 days without a request", "nobody used for 6 hours", "downhill-visitor");
        assertThat(page).contains("downhill-class", "30 days after it was started");
        assertThat(page).contains("There is no advertising, and nobody tracks you.");
        assertThat(page).doesNotContain("learning platform", "learning record store");
        assertThat(app.get("/lessons").body()).contains("href=\"/privacy\"");
    }

    @Test
    void everyoneWhoLooksSeesTheSameRun() {
        Lesson lesson = withRun();
        String address = "/lessons/" + lesson.slug() + "/1";
        assertThat(frames(app.get(address).body()))
                .isEqualTo(frames(app.get(address).body()));
    }

    private static Lesson withRun() {
        return COURSE.lessons().stream()
                .filter(lesson -> lesson.scenes().getFirst().stage() instanceof downhill.course.Stage.RunStage)
                .findFirst()
                .orElseThrow();
    }

    private static String frames(String page) {
        return TestApp.stage(page).at("/run/frames").stringValue();
    }

    @Test
    void whoeverActsGetsARunOfTheirOwnAtTheShownStep() {
        Lesson lesson = withRun();
        String run = lesson.runs().keySet().iterator().next();
        HttpResponse<String> made = app.post("/lessons/" + lesson.slug() + "/runs/" + run, "{\"step\": 3}");
        assertThat(made.statusCode()).isEqualTo(201);
        String frames = TestApp.json(made).get("frames").stringValue();
        String own = frames.substring(0, frames.lastIndexOf('/'));
        assertThat(TestApp.json(app.get(own)).get("step").intValue()).isEqualTo(3);
    }

    @Test
    void aRunOfOnesOwnIsRefusedWithReasons() {
        String runs = "/lessons/" + withRun().slug() + "/runs/";
        String run = withRun().runs().keySet().iterator().next();
        assertThat(app.post(runs + "nobody", "{\"step\": 0}").statusCode()).isEqualTo(404);
        assertThat(app.post(runs + run, "{\"step\": -1}").statusCode()).isEqualTo(422);
        assertThat(app.post(runs + run, "{}").statusCode()).isEqualTo(400);
        assertThat(app.post(runs + run, "{\"step\": 1e9}").statusCode()).isBetween(400, 422);
    }

    @Test
    void onlyAnEmbeddedSceneMayBeFramed() {
        String address = "/lessons/" + COURSE.lessons().getFirst().slug() + "/1";
        assertThat(policy(address)).contains("frame-ancestors 'none'");
        assertThat(policy(address + "?embed=1")).contains("frame-ancestors *").contains("script-src 'self'");
        assertThat(app.get(address + "?embed=1").body())
                .contains("<x-stage")
                .doesNotContain("<header class=\"masthead");
    }

    private String policy(String address) {
        return app.get(address).headers().firstValue("Content-Security-Policy").orElse("");
    }
}
