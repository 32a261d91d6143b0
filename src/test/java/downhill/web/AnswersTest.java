package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Check;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
    private static final Course COURSE = CourseReader.read(Content.onClassPath(), "");

    private static final List<String> ODD = List.of(
            "",
            "1",
            "2",
            "0",
            "-1",
            "99",
            "1e999",
            "NaN",
            "x",
            "1/0",
            "3/4",
            "0,5",
            "−0.3",
            "<b>",
            "\"",
            "{}",
            "[]",
            "{\"start\": []}",
            "{\"start\": [1e308], \"steps\": 10}",
            "{\"start\": [0.1], \"steps\": -1}",
            "{\"start\": [2, 1], \"steps\": 5, \"optimizer\": {\"learningRate\": 1e9}}",
            "{\"expression\": \"x\"}",
            "{\"expression\": \"L = 1/x\", \"values\": {\"x\": 0}}",
            "{\"expression\": \"((((\", \"values\": {}}",
            "\u0000",
            "a".repeat(5000),
            "(".repeat(400),
            "9".repeat(400));

    private final TestApp app = new TestApp();

    @AfterAll
    void stop() {
        app.close();
    }

    private HttpResponse<String> post(Lesson lesson, Scene scene, Question question, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return app.send(app.request("/lessons/" + lesson.slug() + "/" + scene.number() + "/answers/" + question.id())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The numbers of the stage when the scene is opened. */
    private Map<String, String> shown(Lesson lesson, Scene scene) {
        return switch (scene.stage()) {
            case Stage.HillStage s ->
                Map.of("walk", "{\"start\": " + s.walkers().getFirst().start() + ", \"steps\": 0}");
            case Stage.GraphStage s ->
                Map.of(
                        "graph",
                        "{\"expression\": \"" + s.expression().replace("\n", "\\n") + "\", \"values\": "
                                + downhill.json.StageJson.values(s.values()) + "}");
            case Stage.PerceptronStage s ->
                Map.of("perceptron", "{\"targets\": \"" + s.corners().text() + "\", \"step\": " + s.at() + "}");
            case Stage.RunStage s -> ofRun(lesson, scene);
            case Stage.LandscapeStage s -> ofRun(lesson, scene);
        };
    }

    private Map<String, String> ofRun(Lesson lesson, Scene scene) {
        String page =
                app.get("/lessons/" + lesson.slug() + "/" + scene.number()).body();
        String run = TestApp.stage(page).at("/run/frames").stringValue().split("/", -1)[3];
        return Map.of("run", run, "step", "0", "example", "0");
    }

    @Test
    void everyGuessAndEveryCheckIsAnsweredAndEachRightChoiceIsRight() {
        for (Lesson lesson : COURSE.lessons()) {
            for (Scene scene : lesson.scenes()) {
                for (Question question : scene.questions()) {
                    Map<String, String> fields = new LinkedHashMap<>(shown(lesson, scene));
                    fields.put("answer", right(question));
                    HttpResponse<String> answer = post(lesson, scene, question, fields);
                    String name = lesson.slug() + "/" + scene.number() + " " + question.id();
                    assertThat(answer.statusCode()).as(name).isEqualTo(200);
                    assertThat(answer.body()).as(name).contains(verdict(question));
                }
            }
        }
    }

    private static String right(Question question) {
        if (!(question instanceof Check.Choice choice)) {
            return "1";
        }
        int i = 0;
        while (!choice.options().get(i).right()) {
            i++;
        }
        return String.valueOf(i + 1);
    }

    private static String verdict(Question question) {
        return switch (question) {
            case Predict p -> "data-verdict=\"noted\"";
            case Check.Choice c -> "data-verdict=\"right\"";
            default -> "data-verdict=";
        };
    }

    @Test
    void theSolutionIsShownAfterTwoTries() {
        Lesson lesson = COURSE.lessons().getFirst();
        for (Scene scene : lesson.scenes()) {
            for (Question question : scene.questions()) {
                if (question instanceof Check.Numeric) {
                    Map<String, String> fields = new LinkedHashMap<>(shown(lesson, scene));
                    fields.put("answer", "123456");
                    fields.put("tries", "0");
                    assertThat(post(lesson, scene, question, fields).body())
                            .contains("wrong")
                            .doesNotContain("solution");
                    fields.put("tries", "1");
                    assertThat(post(lesson, scene, question, fields).body())
                            .contains("wrong")
                            .contains("solution");
                }
            }
        }
    }

    @Test
    void whateverIsSentIsAnsweredWithReasons() {
        Random random = new Random(7);
        List<String> names = List.of("answer", "run", "step", "example", "walk", "graph", "tries");
        for (int i = 0; i < 1500; i++) {
            Lesson lesson = COURSE.lessons().get(random.nextInt(COURSE.lessons().size()));
            Scene scene = lesson.scenes().get(random.nextInt(lesson.scenes().size()));
            Map<String, String> fields = new LinkedHashMap<>(shown(lesson, scene));
            for (int n = random.nextInt(4); n >= 0; n--) {
                fields.put(names.get(random.nextInt(names.size())), ODD.get(random.nextInt(ODD.size())));
            }
            for (Question question : scene.questions()) {
                HttpResponse<String> answer = post(lesson, scene, question, fields);
                assertThat(answer.statusCode()).as(question.id() + " " + fields).isLessThan(500);
                assertThat(answer.body()).as(question.id()).isNotEmpty().doesNotContain("Exception");
            }
        }
    }

    @Test
    void aQuestionThatIsNoneIsNotFound() {
        assertThat(app.send(app.request("/lessons/the-hill/1/answers/nothing").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }
}
