package downhill.web;

import static downhill.web.ClassApp.cookie;
import static downhill.web.ClassApp.location;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.web.TestApp.Event;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starting, joining and pacing a class, over HTTP. */
class ClassTest {
    private static final String LESSON = "/lessons/step-size";

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

    @Test
    void aTeacherStartsAClassFromThePageForTeachers() {
        assertThat(app.get("/teachers").body()).contains("action=\"/classes\"", "Start a class");
        ClassApp room = open();
        String page = app.get(room.teacher).body();
        assertThat(page)
                .contains("127.0.0.1:" + app.port() + "/join", "Nobody has joined yet", "Everybody goes freely");
        assertThat(page).as("no preview repeats the key").doesNotContain("og:url", "canonical");
        HttpResponse<String> answer = app.get(room.teacher);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
    }

    @Test
    void theProjectorShowsTheCodeAndNoKey() {
        ClassApp room = open();
        String board = app.get(room.board).body();
        assertThat(board).contains(room.code.substring(0, 3) + " " + room.code.substring(3), "<svg class=\"class-qr\"");
        assertThat(board).doesNotContain(room.teacher);
        String learner = room.get(LESSON + "/1", room.join("Ann")).body();
        assertThat(learner).contains("In class as <b data-part=\"name\">Ann</b>");
        assertThat(learner).doesNotContain(room.teacher, room.board);
    }

    @Test
    void aLessonThatThereIsNotIsNamed() {
        HttpResponse<String> answer = app.send(app.request("/classes")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("lesson=nothing")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/lesson", "no lesson");
        assertThat(app.get("/classes/unknown").statusCode()).isEqualTo(404);
        assertThat(app.get("/boards/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aLearnerJoinsWithAnyFormOfTheCodeAndGetsOneCookie() {
        ClassApp room = open();
        String typed = " " + room.code.substring(0, 3).toLowerCase(Locale.ROOT) + "-" + room.code.substring(3);
        HttpResponse<String> joined = room.form("/join", "", "code", typed, "nickname", "");
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(location(joined)).isEqualTo(LESSON);
        List<String> cookies = joined.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(1);
        assertThat(cookies.getFirst())
                .startsWith("downhill-class=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        HttpResponse<String> lesson = room.get(LESSON, cookie(joined).orElseThrow());
        assertThat(location(lesson)).isEqualTo(LESSON + "/1");
        assertThat(app.get(room.teacher).body()).contains("1 learner", "1 without a nickname");
        assertThat(app.get(room.board).body()).contains("1 learner is here");
    }

    @Test
    void aSecondJoinFromTheSameBrowserKeepsThePlace() {
        ClassApp room = open();
        String ann = room.join("Ann");
        room.get(LESSON + "/3", ann);
        HttpResponse<String> again = room.form("/join", ann, "code", room.code, "nickname", "Annie");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(cookie(again)).isEmpty();
        assertThat(location(room.get(LESSON, ann))).isEqualTo(LESSON + "/3");
        assertThat(app.get(room.teacher).body()).contains("1 learner", "Annie").doesNotContain("2 learners");
    }

    @Test
    void aLateLearnerComesInAtThePresentScene() {
        ClassApp room = open();
        for (String name : List.of("Ann", "Bo")) {
            room.get(LESSON + "/4", room.join(name));
        }
        assertThat(location(room.get(LESSON, room.join("Late")))).isEqualTo(LESSON + "/4");
        room.control("pace", "pace", "at", "scene", "2");
        assertThat(location(room.get(LESSON, room.join("Later")))).isEqualTo(LESSON + "/2");
    }

    @Test
    void wrongCodesAndNamesAreRefusedWithTheFormAndAReason() {
        ClassApp room = open();
        HttpResponse<String> shape = room.form("/join", "", "code", "<b>0</b>", "nickname", "");
        assertThat(shape.statusCode()).isEqualTo(422);
        assertThat(shape.body()).contains("A code has 6 letters").doesNotContain("<b>0</b>");
        assertThat(room.form("/join", "", "code", "AAAAAA").statusCode()).isEqualTo(404);
        for (String name : List.of("x".repeat(25), "a\nb", "\u202eAnn")) {
            HttpResponse<String> refused = room.form("/join", "", "code", room.code, "nickname", name);
            assertThat(refused.statusCode()).as(name).isEqualTo(422);
            assertThat(refused.body()).contains("name can", room.code);
        }
        assertThat(app.get(room.teacher).body()).contains("Nobody has joined yet");
    }

    @Test
    void tooManyWrongCodesAreSlowed() {
        try (TestApp other = new TestApp()) {
            ClassApp room = ClassApp.open(other, "step-size");
            HttpResponse<String> last = room.form("/join", "", "code", "AAAAAA");
            for (int i = 0; i < 200; i++) {
                last = room.form("/join", "", "code", "AAAAAA");
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(last.body()).contains("Wait ten minutes");
        }
    }

    @Test
    void aNicknameIsTextOnEveryPageAndCanBeRemoved() {
        ClassApp room = open();
        String mark = "<img src=x>";
        String cookie = room.join(mark);
        for (String page : List.of(
                room.get(LESSON + "/1", cookie).body(), app.get(room.teacher).body())) {
            assertThat(page).contains("&lt;img src=x>").doesNotContain(mark);
        }
        assertThat(room.control("nicknames", "learner", "1").statusCode()).isEqualTo(303);
        assertThat(app.get(room.teacher).body()).doesNotContain("&lt;img");
        assertThat(room.get(LESSON + "/1", cookie).body()).contains("Learner 1");
        assertThat(room.control("nicknames", "learner", "2").statusCode()).isEqualTo(422);
    }

    @Test
    void aHeldClassIsAtItsSceneAndNowhereElse() {
        ClassApp room = open();
        String ann = room.join("Ann");
        room.control("pace", "pace", "at", "scene", "3");
        assertThat(location(room.get(LESSON + "/1", ann))).isEqualTo(LESSON + "/3");
        assertThat(location(room.get(LESSON + "/5", ann))).isEqualTo(LESSON + "/3");
        assertThat(room.get(LESSON + "/3", ann).statusCode()).isEqualTo(200);
        assertThat(room.get("/lessons/the-hill/1", ann).statusCode())
                .as("another lesson")
                .isEqualTo(200);
        room.control("pace", "pace", "up-to", "scene", "4");
        assertThat(room.get(LESSON + "/1", ann).statusCode()).isEqualTo(200);
        assertThat(location(room.get(LESSON + "/5", ann))).isEqualTo(LESSON + "/4");
        room.control("pace", "pace", "free");
        assertThat(room.get(LESSON + "/5", ann).statusCode()).isEqualTo(200);
    }

    @Test
    void aPaceThatMakesNoSenseIsRefused() {
        ClassApp room = open();
        assertThat(room.control("pace").statusCode()).isEqualTo(400);
        assertThat(room.control("pace", "pace", "at").statusCode()).isEqualTo(400);
        assertThat(room.control("pace", "pace", "at", "scene", "x").statusCode())
                .isEqualTo(400);
        assertThat(room.control("pace", "pace", "at", "scene", "99").statusCode())
                .isEqualTo(422);
        assertThat(room.control("pace", "pace", "never", "scene", "1").statusCode())
                .isEqualTo(422);
        assertThat(room.control("pause", "word", "x".repeat(61)).statusCode()).isEqualTo(422);
        assertThat(room.control("reveal", "question", "nothing").statusCode()).isEqualTo(422);
    }

    @Test
    void aLearnersPageHearsOfThePaceAndOfAPause() {
        ClassApp room = open();
        String ann = room.join("Ann");
        try (var events = app.events("/join/events", "Cookie", ann)) {
            assertThat(news(events)).isEqualTo("1 9  Ann");
            room.control("pace", "pace", "at", "scene", "3");
            assertThat(news(events)).isEqualTo("3 3  Ann");
            room.control("pause", "word", "Look <up>");
            assertThat(news(events)).isEqualTo("3 3 Look <up> Ann");
            room.control("resume");
            assertThat(news(events)).isEqualTo("3 3  Ann");
        }
        assertThat(app.get("/join/events").statusCode()).isEqualTo(404);
        assertThat(room.get("/join/events", ann).statusCode()).isEqualTo(406);
    }

    private static String news(TestApp.Events events) {
        var news = TestApp.tree(events.next("class").data());
        return String.join(
                " ",
                news.get("first").stringValue(),
                news.get("last").stringValue(),
                news.get("word").stringValue(),
                news.get("name").stringValue());
    }

    @Test
    void theTeachersPageHearsOfEveryLearner() {
        ClassApp room = open();
        try (var teacher = app.events(room.teacher + "/events");
                var board = app.events(room.board + "/events")) {
            teacher.next("changed");
            board.next("changed");
            room.join("Ann");
            assertThat(teacher.next("changed").name()).isEqualTo("changed");
            assertThat(board.next("changed").name()).isEqualTo("changed");
        }
    }

    @Test
    void aDeletedClassIsGoneForEverybody() {
        ClassApp room = open();
        String ann = room.join("Ann");
        try (var events = app.events("/join/events", "Cookie", ann)) {
            events.next("class");
            HttpResponse<String> deleted = room.control("delete");
            assertThat(ClassApp.path(location(deleted))).isEqualTo("/teachers");
            Optional<Event> event = events.next();
            while (event.isPresent()) {
                event = events.next();
            }
        }
        assertThat(app.get(room.teacher).statusCode()).isEqualTo(404);
        assertThat(app.get(room.board).statusCode()).isEqualTo(404);
        assertThat(room.get(LESSON + "/5", ann).body()).doesNotContain("In class as");
        assertThat(room.form("/join", ann, "code", room.code).statusCode()).isEqualTo(404);
    }

    @Test
    void threeHundredLearnersBehindOneAddressFollowTheirClass() {
        ClassApp room = open();
        List<String> cookies =
                IntStream.range(0, 300).mapToObj(i -> room.join("n" + i)).toList();
        List<TestApp.Events> streams = cookies.stream()
                .map(cookie -> app.events("/join/events", "Cookie", cookie))
                .toList();
        streams.forEach(stream -> stream.next("class"));
        room.control("pace", "pace", "at", "scene", "2");
        streams.forEach(stream -> {
            assertThat(news(stream)).startsWith("2 2");
            stream.close();
        });
        assertThat(app.get(room.teacher).body()).contains("300 learners");
    }

    @Test
    void aLearnerLeavesTheClass() {
        ClassApp room = open();
        String ann = room.join("Ann");
        HttpResponse<String> left = room.form("/join/leave", ann);
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("downhill-class=;")
                .contains("1970");
    }
}
