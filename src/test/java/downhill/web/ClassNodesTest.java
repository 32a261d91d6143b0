package downhill.web;

import static downhill.web.ClassApp.location;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.bench.Postgres;
import downhill.live.ServerLimits;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Two servers on one real PostgreSQL: a class works through both, whichever of them a page asks. */
@EnabledIf("hasPostgres")
class ClassNodesTest {
    private static final String LESSON = "/lessons/step-size";

    private static final String WALK = "{\"start\": [2], \"optimizer\": {\"learningRate\": 0.1}, \"steps\": 3}";

    private static Postgres postgres;

    private TestApp first;
    private TestApp second;

    static boolean hasPostgres() throws IOException {
        return Postgres.isInstalled();
    }

    @BeforeAll
    static void startDatabase() throws IOException, InterruptedException {
        postgres = Postgres.start(true).orElseThrow();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    private static TestApp start() {
        return new TestApp(
                ServerLimits.DEFAULT,
                new ServerSettings(0, "127.0.0.1", "", Optional.empty()),
                Store.open(StoreSettings.from(Map.of("DATABASE_URL", postgres.url()))));
    }

    @BeforeEach
    void startServers() {
        first = start();
        second = start();
    }

    @AfterEach
    void stopServers() {
        first.close();
        second.close();
    }

    @Test
    void everythingThatAServerChangesIsKnownToTheOther() {
        ClassApp here = ClassApp.open(first, "step-size");
        ClassApp there = here.on(second);
        String ann = here.join("Ann");
        String bo = there.join("Bo");
        assertThat(location(there.get(LESSON, ann))).isEqualTo(LESSON + "/1");
        assertThat(first.get(here.teacher).body()).contains("2 learners", "Ann", "Bo");

        there.control("pace", "pace", "at", "scene", "2");
        assertThat(location(here.get(LESSON, ann))).isEqualTo(LESSON + "/2");
        there.form(LESSON + "/2/answers/settles", ann, "answer", "3", "walk", WALK);
        here.form(LESSON + "/2/answers/settles", bo, "answer", "1", "walk", WALK);
        for (TestApp app : List.of(first, second)) {
            assertThat(app.get(here.teacher).body()).contains("2 of 2 learners have answered");
            assertThat(app.get(here.board).body()).doesNotContain("tally");
        }
        here.control("reveal", "question", "settles");
        assertThat(second.get(here.board).body()).contains("tally-bars");
        here.form(LESSON + "/2/traces", ann, "walk", WALK);
        assertThat(second.get(here.teacher + "/descents/2").body()).contains("Ann</th><td>3</td>");
        there.control("nicknames", "learner", "1");
        assertThat(first.get(here.teacher).body()).doesNotContain("Ann");
        assertThat(json(second.get(here.teacher + "/answers.json")).get("learners"))
                .hasSize(2);
    }

    @Test
    void pagesThatFollowHearOfWhatTheOtherServerChanged() {
        ClassApp here = ClassApp.open(first, "step-size");
        ClassApp there = here.on(second);
        String ann = here.join("Ann");
        try (var learner = first.events("/join/events", "Cookie", ann);
                var teacher = first.events(here.teacher + "/events")) {
            assertThat(learner.next("class").data()).contains("\"first\":\"1\"", "Ann");
            teacher.next("changed");
            there.control("pace", "pace", "at", "scene", "3");
            assertThat(learner.next("class").data()).contains("\"first\":\"3\"");
            teacher.next("changed");
            there.control("nicknames", "learner", "1");
            assertThat(learner.next("class").data()).contains("Learner 1");
            there.control("delete");
            Optional<TestApp.Event> last = learner.next();
            while (last.isPresent()) {
                last = learner.next();
            }
        }
        assertThat(first.get(here.teacher).statusCode()).isEqualTo(404);
    }

    @Test
    void learnersWhoJoinThroughBothAtOnceGetNumbersOfTheirOwn() throws Exception {
        ClassApp here = ClassApp.open(first, "step-size");
        ClassApp there = here.on(second);
        List<Callable<String>> joining = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ClassApp through = i % 2 == 0 ? here : there;
            joining.add(() -> through.join(""));
        }
        Set<String> cookies = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<String> joined : threads.invokeAll(joining)) {
                cookies.add(joined.get());
            }
        }
        Set<String> names = new HashSet<>();
        for (String cookie : cookies) {
            String page = there.get(LESSON + "/1", cookie).body();
            int at = page.indexOf("data-part=\"name\">") + "data-part=\"name\">".length();
            names.add(page.substring(at, page.indexOf('<', at)));
        }
        assertThat(names).hasSize(60).contains("Learner 1", "Learner 60");
        assertThat(first.get(here.teacher).body()).contains("60 learners");
    }

    @Test
    void anAnswerAboutARunOfTheOtherServerIsNoted() {
        ClassApp here = ClassApp.open(first, "watch-it-fall");
        String ann = here.join("Ann");
        String frames = json(second.post("/lessons/watch-it-fall/runs/three-units", "{\"step\": 30}"))
                .get("frames")
                .stringValue();
        String run = frames.split("/", -1)[3];
        assertThat(here.form("/lessons/watch-it-fall/9/traces", ann, "run", run).statusCode())
                .isEqualTo(204);
        assertThat(first.get(here.teacher + "/descents/9").body()).contains("Ann</th><td>30</td>");
    }

    @Test
    void aClassGoesOnWhenTheServerOfItsTeacherIsGone() {
        ClassApp here = ClassApp.open(first, "step-size");
        String ann = here.join("Ann");
        here.form(LESSON + "/2/answers/settles", ann, "answer", "3", "walk", WALK);
        first.stop();
        ClassApp there = here.on(second);
        assertThat(there.get(LESSON + "/2", ann).body()).contains("In class as");
        assertThat(there.control("reveal", "question", "settles").statusCode()).isEqualTo(303);
        assertThat(second.get(here.board).body()).contains("1 of 1 learner");
    }

    @Test
    void aListIsTheSameOnBothServers() {
        ClassApp here = ClassApp.openList(first, ListClassTest.LIST);
        ClassApp there = here.on(second);
        String ann = there.join("Ann");
        assertThat(location(here.get("/class/4", ann))).isEqualTo("/lessons/step-size/2");
        there.control("pace", "pace", "at", "scene", "2");
        assertThat(location(here.get("/class/4", ann))).isEqualTo("/playground?data=xor&hidden=4");
        here.form("/lessons/the-hill/1/answers/which-way", ann, "answer", "3", "walk", ListClassTest.WALK);
        there.control("reveal", "question", "1-which-way");
        assertThat(first.get(here.board).body()).contains("item 1", "1 of 1 learner");
        assertThat(second.get(here.board).body()).contains("item 1", "1 of 1 learner");
    }
}
