package downhill.web;

import static downhill.web.ClassApp.location;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A class that works through a teacher's own list, over HTTP. Three of its scenes have a question of the same id. */
class ListClassTest {
    static final String WALK = "{\"start\": [2], \"optimizer\": {\"learningRate\": 0.1}, \"steps\": 3}";

    static final String LIST = list(
            item("/lessons/the-hill/1", "Feel the slope."),
            item("/playground?data=xor&hidden=4", "Let it run."),
            item("/lessons/sensitivity/1", "<b>Which way?</b>"),
            item("/lessons/step-size/2", ""),
            item("/lessons/one-neuron/1", ""));

    @TempDir
    private static Path folder;

    private static TestApp app;

    static String item(String open, String words) {
        return "{\"open\": \"" + open + "\", \"words\": \"" + words + "\"}";
    }

    static String list(String... items) {
        return "{\"version\": 1, \"title\": \"Monday\", \"items\": [" + String.join(", ", items) + "]}";
    }

    private static TestApp onDisk() {
        return new TestApp(
                ServerLimits.DEFAULT,
                new ServerSettings(0, "127.0.0.1", "", Optional.empty()),
                Store.open(StoreSettings.sqlite(folder)));
    }

    @BeforeAll
    static void start() {
        app = onDisk();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static ClassApp open() {
        return ClassApp.openList(app, LIST);
    }

    private static void walked(ClassApp room, String cookie, String scene, String id, String answer) {
        HttpResponse<String> noted =
                room.form("/lessons/" + scene + "/answers/" + id, cookie, "answer", answer, "walk", WALK);
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
    }

    private static void ran(ClassApp room, String cookie, String lesson, String run, String answer) {
        String frames = json(app.post("/lessons/" + lesson + "/runs/" + run, "{\"step\": 0}"))
                .get("frames")
                .stringValue();
        HttpResponse<String> noted = room.form(
                "/lessons/" + lesson + "/1/answers/which-way",
                cookie,
                "answer",
                answer,
                "run",
                frames.split("/", -1)[3]);
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
    }

    @Test
    void learnersGoThroughItsItemsInTheTeachersOrder() {
        ClassApp room = open();
        HttpResponse<String> joined = room.form("/join", "", "code", room.code, "nickname", "Ann");
        assertThat(location(joined)).isEqualTo("/class");
        String ann = ClassApp.cookie(joined).orElseThrow();
        assertThat(location(room.get("/class", ann))).isEqualTo("/lessons/the-hill/1");
        assertThat(location(room.get("/class/2", ann))).isEqualTo("/playground?data=xor&hidden=4");
        assertThat(location(room.get("/class/99", ann))).isEqualTo("/lessons/one-neuron/1");
        String hill = room.get("/lessons/the-hill/1", ann).body();
        assertThat(hill)
                .contains("In class as <b data-part=\"name\">Ann</b>", "Feel the slope.", "href=\"/class/2\"")
                .doesNotContain("href=\"/lessons/the-hill/2\"", "aria-label=\"Scenes\"");
        assertThat(room.get("/playground?data=xor&hidden=4", ann).body()).contains("Let it run.", "data-item=\"2\"");
        assertThat(room.get("/playground?data=circle", ann).body())
                .as("a learner changes the playground")
                .contains("data-item=\"2\"");
        assertThat(room.get("/lessons/sensitivity/1", ann).body())
                .contains("&lt;b&gt;Which way?&lt;/b&gt;", "data-item=\"3\"")
                .doesNotContain("<b>Which way?");
        assertThat(room.get("/playground", ann).body()).doesNotContain("In class as");
        assertThat(room.get("/lessons/the-hill/2", ann).body()).doesNotContain("In class as");
        assertThat(location(room.get("/class", ann))).isEqualTo("/lessons/sensitivity/1");
        assertThat(location(room.get("/class/1", ""))).isEqualTo("/join");
        String teacher = app.get(room.teacher).body();
        assertThat(teacher).contains("Monday", "1. The hill", "2. Playground", "Hold everybody at item 5");
    }

    @Test
    void thePaceHoldsLearnersAtItems() {
        ClassApp room = open();
        String ann = room.join("Ann");
        room.control("pace", "pace", "at", "scene", "2");
        assertThat(location(room.get("/lessons/step-size/2", ann))).isEqualTo("/playground?data=xor&hidden=4");
        assertThat(location(room.get("/class", room.join("Late")))).isEqualTo("/playground?data=xor&hidden=4");
        assertThat(app.get(room.board).body()).contains("Item 2 of 5 · Playground", "Let it run.");
        room.control("pace", "pace", "up-to", "scene", "3");
        assertThat(room.get("/lessons/sensitivity/1", ann).statusCode()).isEqualTo(200);
        assertThat(location(room.get("/lessons/one-neuron/1", ann))).isEqualTo("/lessons/sensitivity/1");
        room.get("/playground?data=xor&hidden=4", ann);
        room.control("pace", "pace", "at", "scene", "4");
        assertThat(location(room.get("/playground?data=circle", ann))).isEqualTo("/lessons/step-size/2");
    }

    @Test
    void questionsOfTheSameIdAreCountedForEachItem() {
        ClassApp room = open();
        String ann = room.join("Ann");
        String bo = room.join("Bo");
        walked(room, ann, "the-hill/1", "which-way", "1");
        walked(room, bo, "the-hill/1", "which-way", "2");
        ran(room, ann, "sensitivity", "small", "3");
        String teacher = app.get(room.teacher).body();
        assertThat(question(teacher, "1-which-way")).contains("2 of 2 learners have answered");
        assertThat(question(teacher, "3-which-way")).contains("1 of 2 learners have answered");
        assertThat(question(teacher, "5-which-way")).contains("0 of 2 learners have answered");
        assertThat(room.control("reveal", "question", "which-way").statusCode()).isEqualTo(422);
        room.control("reveal", "question", "3-which-way");
        assertThat(app.get(room.board).body()).contains("item 3", "It stays as it is", "1 of 2 learners");
    }

    private static String question(String page, String key) {
        int at = page.indexOf("id=\"look-" + key + "\"");
        return page.substring(page.lastIndexOf("class-question", at), page.indexOf("</figure>", at));
    }

    @Test
    void theClassIsOneDescentInEachItemAndTheSummaryHasAll() {
        ClassApp room = open();
        String ann = room.join("Ann");
        walked(room, ann, "step-size/2", "settles", "3");
        ran(room, ann, "one-neuron", "neuron", "2");
        room.form("/lessons/step-size/2/traces", ann, "walk", WALK);
        assertThat(app.get(room.teacher + "/descents/4").body()).contains("item 4", "Ann</th><td>3</td>");
        assertThat(app.get(room.teacher + "/descents/2").statusCode()).isEqualTo(404);
        assertThat(room.control("reveal", "question", "descents.4").statusCode())
                .isEqualTo(303);
        assertThat(app.get(room.board).body()).contains("The class as one descent · item 4");

        String summary = app.get(room.teacher + "/summary").body();
        assertThat(summary).contains("Monday", "Let it run.", "answers-4-settles", "descent-4", "Items and answers");
        List<String> rows =
                app.get(room.teacher + "/answers.csv").body().lines().toList();
        assertThat(rows.getFirst()).startsWith("learner,item reached,item,lesson,scene,question,kind,answer");
        assertThat(rows)
                .anyMatch(row -> row.startsWith("1,1,4,step-size,2,settles,Guess first,3"))
                .anyMatch(row -> row.startsWith("1,1,5,one-neuron,1,which-way,Guess first,2"));
        JsonNode document = json(app.get(room.teacher + "/answers.json"));
        assertThat(document.at("/list/1/open").stringValue()).isEqualTo("/playground?data=xor&hidden=4");
        assertThat(document.at("/learners/0/responses/1/item").intValue()).isEqualTo(5);
        assertThat(document.at("/learners/0/responses/1/lesson").stringValue()).isEqualTo("one-neuron");
    }

    @Test
    void aListThatNoClassCanHaveIsRefusedAndThePageSaysWhy() {
        String twice = list(item("/lessons/the-hill/1", ""), item("/playground", ""), item("/lessons/the-hill/1", "2"));
        HttpResponse<String> refused = ClassApp.form(app, "/classes", "", "list", twice);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Items 1 and 3 open the same page.");
        String long1 = item("/playground?points=" + "1".repeat(8000), "");
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            items.add(long1.replace("points=1", "points=" + i));
        }
        String long9 = list(items.toArray(String[]::new));
        assertThat(ClassApp.form(app, "/classes", "", "list", long9).body()).contains("A class can have 65536");
        assertThat(ClassApp.form(app, "/classes", "", "list", list(item("/lessons/the-hill/99", "")))
                        .body())
                .contains("no scene at /lessons/the-hill/99");
        assertThat(ClassApp.form(app, "/classes", "", "list", "[]").statusCode())
                .isBetween(400, 422);
        String page = ClassApp.form(app, "/prepared", "", "link", "/playground", "link", "/playground")
                .body();
        assertThat(page).contains("Items 1 and 2 open the same page.").doesNotContain("Start a class with this list");
        assertThat(ClassApp.form(app, "/prepared", "", "link", "/playground").body())
                .contains("Start a class with this list");
    }

    @Test
    void theClassIsThereAfterARestart() {
        ClassApp room = open();
        String ann = room.join("Ann");
        walked(room, ann, "the-hill/1", "which-way", "2");
        room.get("/lessons/step-size/2", ann);
        room.control("pace", "pace", "up-to", "scene", "4");
        app.close();
        app = onDisk();
        ClassApp later = room.on(app);
        assertThat(location(later.get("/class", ann))).isEqualTo("/lessons/step-size/2");
        assertThat(question(app.get(room.teacher).body(), "1-which-way")).contains("1 of 1 learner has answered");
        assertThat(app.get(room.teacher).body()).contains("Everybody goes freely up to item 4", "Feel the slope.");
    }
}
