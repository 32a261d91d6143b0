package downhill.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Completion;
import downhill.course.Lesson;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.store.Store;
import downhill.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that is done comes into the platform's gradebook. */
class GradesTest {
    private static final Lesson LESSON = CourseReader.read(
                    Content.onClassPath(), WidgetsReader.onClassPath(), "", warning -> {})
            .lesson("step-size")
            .orElseThrow();
    private static final String WALK = "{\"start\": [2], \"optimizer\": {\"learningRate\": 0.01}, \"steps\": 3}";
    private static final int LEARNERS = 60;
    private static final Completion PARTS = Completion.of(LESSON);

    private final TestPlatform platform = new TestPlatform();
    private final ToolSite site = new ToolSite(platform.settings());

    GradesTest() {
        platform.gradebook().trust(site.origin() + "/lti/keys");
    }

    @AfterEach
    void close() {
        site.close();
        platform.close();
    }

    /** The key of a learner's tab. */
    private String open(String learner) {
        ToolSite.Begun begun = site.begin(platform);
        Map<String, Object> message = platform.resourceLink(begun.nonce(), site.origin() + "/lessons/step-size");
        message.put("sub", learner);
        return ToolSite.attribute(site.open(begun, platform.sign(message)), "data-key");
    }

    private HttpResponse<String> report(String key, String lesson, String parts) {
        return site.post("/lti/progress", Map.of("lesson", lesson, "parts", parts), "Downhill-Launch", key);
    }

    @Test
    void aWholeLessonIsSentAtOnce() {
        String key = open(TestPlatform.LEARNER);
        Instant before = Instant.now();
        HttpResponse<String> noted = report(key, "step-size", String.join(" ", PARTS.parts()) + " scene-999 nonsense");
        assertThat(noted.body())
                .contains("\"score\":" + PARTS.maximum(), "\"maximum\":" + PARTS.maximum(), "\"goesToCourse\":true");
        Map<String, Object> score = platform.gradebook().next();
        assertThat(score)
                .containsEntry("userId", TestPlatform.LEARNER)
                .containsEntry("activityProgress", "Completed")
                .containsEntry("gradingProgress", "FullyGraded");
        assertThat(score.get("scoreGiven")).isEqualTo((long) PARTS.maximum());
        assertThat(score.get("scoreMaximum")).isEqualTo((long) PARTS.maximum());
        assertThat(Instant.parse(String.valueOf(score.get("timestamp"))))
                .isBetween(before.minus(Duration.ofSeconds(1)), Instant.now().plusSeconds(1));
        report(key, "step-size", "scene-1");
        assertThat(platform.gradebook().isEmpty()).isTrue();
    }

    @Test
    void aClassThatFinishesTogetherIsCompleteInTheGradebook(@TempDir Path folder) {
        try (ToolSite other = new ToolSite(platform.settings(), Store.open(StoreSettings.sqlite(folder)))) {
            platform.gradebook().trust(other.origin() + "/lti/keys");
            try (var learners = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < LEARNERS; i++) {
                    String name = "learner-of-class-" + i;
                    learners.execute(() -> finish(other, name));
                }
            }
            Set<Object> scored = new HashSet<>();
            while (scored.size() < LEARNERS) {
                scored.add(platform.gradebook().next().getOrDefault("userId", ""));
            }
            assertThat(platform.gradebook().isEmpty()).isTrue();
        }
    }

    private void finish(ToolSite other, String learner) {
        ToolSite.Begun begun = other.begin(platform);
        Map<String, Object> message = platform.resourceLink(begun.nonce(), other.origin() + "/lessons/step-size");
        message.put("sub", learner);
        String key = ToolSite.attribute(other.open(begun, platform.sign(message)), "data-key");
        String parts = String.join(" ", PARTS.parts());
        other.post("/lti/progress", Map.of("lesson", "step-size", "parts", parts), "Downhill-Launch", key);
    }

    @Test
    void anAnswerCountsAndAnotherLaunchGoesOn() {
        String key = open("learner-two");
        HttpResponse<String> reveal = site.post(
                "/lessons/step-size/2/answers/settles", Map.of("answer", "1", "walk", WALK), "Downhill-Launch", key);
        assertThat(reveal.statusCode()).isEqualTo(200);
        assertThat(report(key, "step-size", "scene-1").body()).contains("\"score\":2");
        assertThat(report(open("learner-two"), "step-size", "").body()).contains("\"score\":2");
        assertThat(report(open("learner-three"), "step-size", "").body()).contains("\"score\":0");
    }

    @Test
    void oneAccessTokenServesManyScores() {
        for (String learner : List.of("learner-four", "learner-five", "learner-six")) {
            report(open(learner), "step-size", String.join(" ", PARTS.parts()));
            assertThat(platform.gradebook().next()).containsEntry("userId", learner);
        }
        assertThat(platform.gradebook().tokens()).isEqualTo(1);
    }

    @Test
    void aGradebookThatFailsDoesNotHoldTheLearnerUp() {
        platform.gradebook().failNext(500);
        String key = open("learner-seven");
        assertThat(report(key, "step-size", String.join(" ", PARTS.parts())).statusCode())
                .isEqualTo(200);
        report(open("learner-eight"), "step-size", String.join(" ", PARTS.parts()));
        assertThat(platform.gradebook().next()).containsKey("userId");
    }

    @Test
    void anAnswerIsJudgedWhereItCannotBeNoted(@TempDir Path folder) {
        Store store = Store.open(StoreSettings.sqlite(folder));
        try (ToolSite other = new ToolSite(platform.settings(), store)) {
            ToolSite.Begun begun = other.begin(platform);
            Map<String, Object> message = platform.resourceLink(begun.nonce(), other.origin() + "/lessons/step-size");
            String key = ToolSite.attribute(other.open(begun, platform.sign(message)), "data-key");
            store.close();
            HttpResponse<String> judged = other.post(
                    "/lessons/step-size/2/answers/settles",
                    Map.of("answer", "1", "walk", WALK),
                    "Downhill-Launch",
                    key);
            assertThat(judged.statusCode()).isEqualTo(200);
            assertThat(judged.body()).contains("data-verdict");
        }
    }

    @Test
    void onlyATabOfThisLessonReports() {
        String key = open("learner-six");
        for (String wrong : List.of("", "x", key + "A", "A" + key, key.replaceFirst("\\.\\d+\\.", ".9999999999."))) {
            assertThat(report(wrong, "step-size", "scene-1").statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(report(key, "the-hill", "scene-1").statusCode()).isEqualTo(404);
        assertThat(report(key, "no-such-lesson", "scene-1").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsSentToAnotherSiteThanThePlatforms() {
        ToolSite.Begun begun = site.begin(platform);
        Map<String, Object> message = platform.resourceLink(begun.nonce(), site.origin() + "/lessons/step-size");
        for (String column : List.of(
                "https://www.myuniv.example.com/2344/lineitems/1234/lineitem",
                "http://169.254.169.254/latest",
                platform.origin().replace("http://", "http://user@") + TestGradebook.COLUMN,
                "file:///etc/passwd")) {
            ToolSite.Begun next = site.begin(platform);
            Map<String, Object> other = platform.resourceLink(next.nonce(), site.origin() + "/lessons/step-size");
            TestPlatform.change(other, Claims.GRADES, endpoint -> {
                endpoint.put("lineitem", column);
                return endpoint;
            });
            assertThat(ToolSite.attribute(site.open(next, platform.sign(other)), "data-key"))
                    .as(column)
                    .isEmpty();
        }
        TestPlatform.change(message, Claims.GRADES, endpoint -> {
            endpoint.put("scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"));
            return endpoint;
        });
        assertThat(ToolSite.attribute(site.open(begun, platform.sign(message)), "data-key"))
                .isEmpty();
    }
}
