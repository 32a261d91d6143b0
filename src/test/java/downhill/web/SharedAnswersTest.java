package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Questions about a run that a lesson shows to everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SharedAnswersTest {
    private static final int CLASS = 60;

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private String lessonRun() {
        String page = app.get("/lessons/fire-together/5").body();
        String frames = TestApp.stage(page).get("run").get("frames").stringValue();
        return frames.substring(0, frames.lastIndexOf('/'));
    }

    private List<HttpResponse<String>> together(String path) throws InterruptedException, ExecutionException {
        try (var learners = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> asked = IntStream.range(0, CLASS)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> app.send(app.anonymous(path)))
                    .toList();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : learners.invokeAll(asked)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void aWholeClassGetsTheAnswerThatOneGets() throws InterruptedException, ExecutionException {
        String run = lessonRun();
        List<HttpResponse<String>> answers = together(run + "/landscape?size=9");
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers)
                .allMatch(answer ->
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    }

    @Test
    void anotherQuestionHasItsOwnAnswer() {
        String run = lessonRun();
        String small = app.get(run + "/landscape?size=3").body();
        assertThat(app.get(run + "/landscape?size=5").body()).isNotEqualTo(small);
        assertThat(app.get(run + "/landscape?size=3").body()).isEqualTo(small);
    }

    @Test
    void aMistakeIsAnsweredAsOneEachTime() {
        String run = lessonRun();
        for (int i = 0; i < 2; i++) {
            BadRequestsTest.isProblem(app.get(run + "/landscape?size=2"), 422, "?size");
        }
    }

    @Test
    void aRunOfOnesOwnIsAskedEachTime() {
        String run = app.create(TestApp.XOR);
        String before = app.get(run + "/costs").body();
        app.post(run + "/steps", "{\"count\": 3}");
        assertThat(app.get(run + "/costs").body()).isNotEqualTo(before);
    }
}
