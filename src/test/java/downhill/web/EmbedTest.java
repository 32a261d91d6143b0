package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.web.http.ClientAddresses;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Figures in other sites' pages, and the course in the words of schema.org. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedTest {
    private final TestApp app = new TestApp();
    private final TestApp mounted = new TestApp(
            ServerLimits.DEFAULT,
            new ServerSettings(
                    0,
                    "127.0.0.1",
                    "/sub",
                    ClientAddresses.trusting("127.0.0.1"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));

    @AfterAll
    void close() {
        app.close();
        mounted.close();
    }

    private HttpResponse<String> embed(String url, String more) {
        return app.get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    }

    @Test
    void aSceneIsAFrameWithTitleSizeAndLazyLoading() {
        HttpResponse<String> answer = embed(app.origin() + "/lessons/the-hill/2?embed=1", "&format=json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode json = TestApp.json(answer);
        assertThat(json.get("version").stringValue()).isEqualTo("1.0");
        assertThat(json.get("type").stringValue()).isEqualTo("rich");
        assertThat(json.get("width").intValue()).isEqualTo(960);
        assertThat(json.get("height").intValue()).isEqualTo(640);
        assertThat(json.get("title").stringValue()).endsWith(" · The hill · Downhill");
        assertThat(json.get("html").stringValue())
                .startsWith("<iframe src=\"" + app.origin() + "/lessons/the-hill/2?embed=1\" title=\"")
                .contains("width=\"960\" height=\"640\" loading=\"lazy\"");
    }

    @Test
    void aFrameIsNoLargerThanTheAskingSiteAllows() {
        JsonNode json = TestApp.json(embed(app.origin() + "/widgets/network", "&maxwidth=400&maxheight=2000"));
        assertThat(json.get("width").intValue()).isEqualTo(400);
        assertThat(json.get("height").intValue()).isEqualTo(640);
        assertThat(json.get("html").stringValue()).contains("width=\"400\" height=\"640\"");
        assertThat(embed(app.origin() + "/widgets/network", "&maxwidth=wide").statusCode())
                .isEqualTo(400);
        assertThat(embed(app.origin() + "/widgets/network", "&maxwidth=0").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsNoFigureOfThisSiteIsNotFound() {
        for (String url : new String[] {
            "",
            "%%%",
            "/lessons/the-hill/1",
            "https://elsewhere.example/lessons/the-hill/1",
            "ftp://127.0.0.1:" + app.port() + "/lessons/the-hill/1",
            app.origin() + "/lessons/the-hill/99",
            app.origin() + "/lessons/no-such/1",
            app.origin() + "/lessons/the-hill/1\"onload=\"x",
            app.origin() + "/widgets/no-such",
            app.origin() + "/playground"
        }) {
            HttpResponse<String> answer = embed(url, "");
            assertThat(answer.statusCode()).as(url).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).as(url).contains("application/problem+json");
        }
        assertThat(embed(app.origin() + "/lessons/the-hill/1", "&format=xml").statusCode())
                .isEqualTo(501);
    }

    @Test
    void aPageLeadsToItsEmbeddingAlsoBehindAProxy() {
        String page = mounted.send(mounted.request("/sub/lessons/the-hill/2").header("X-Forwarded-Proto", "https"))
                .body();
        Matcher found = Pattern.compile("type=\"application/json\\+oembed\" href=\"https://[^/]+(/[^\"]+)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        HttpResponse<String> answer = mounted.send(
                mounted.request(found.group(1).replace("&amp;", "&")).header("X-Forwarded-Proto", "https"));
        assertThat(TestApp.json(answer).get("html").stringValue())
                .contains("src=\"https://127.0.0.1:" + mounted.port() + "/sub/lessons/the-hill/2?embed=1\"");
    }

    @Test
    void aWidgetMayBeFramedWhereItIsAskedForAsAFrame() {
        for (String widget : new String[] {"network", "landscape", "contour-map"}) {
            HttpResponse<String> framed = app.get("/widgets/" + widget + "?embed=1");
            assertThat(policy(framed)).as(widget).contains("frame-ancestors *");
            assertThat(framed.body()).as(widget).contains("<x-stage").doesNotContain("<header class=\"masthead");
            HttpResponse<String> alone = app.get("/widgets/" + widget);
            assertThat(policy(alone)).as(widget).contains("frame-ancestors 'none'");
            assertThat(alone.body()).contains("<header class=\"masthead");
        }
    }

    private static int lessons() {
        try (Stream<Path> folders = Files.list(Path.of("content"))) {
            return (int) folders.filter(folder -> Files.exists(folder.resolve("lesson.md")))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private static JsonNode data(String page) {
        Matcher found = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return TestApp.tree(found.group(1));
    }

    @Test
    void theCourseIsDescribedWithItsLessons() {
        JsonNode course = data(app.get("/lessons").body());
        assertThat(course.get("@type").stringValue()).isEqualTo("Course");
        assertThat(course.get("license").stringValue()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(course.get("inLanguage").stringValue()).isEqualTo("en-GB");
        assertThat(course.get("hasPart").size()).isEqualTo(lessons());
        JsonNode first = course.get("hasPart").get(0);
        assertThat(first.get("@type").stringValue()).isEqualTo("LearningResource");
        assertThat(first.get("url").stringValue()).isEqualTo(app.origin() + "/lessons/the-hill/1");
        JsonNode lesson = data(app.get("/lessons/the-hill/3").body());
        assertThat(lesson.get("learningResourceType").stringValue()).isEqualTo("interactive lesson");
        assertThat(lesson.get("educationalLevel").stringValue()).isNotBlank();
        assertThat(lesson.get("timeRequired").stringValue()).isEqualTo("PT20M");
        assertThat(lesson.at("/isPartOf/@id").stringValue()).isEqualTo(app.origin() + "/lessons");
        assertThat(app.get("/glossary").body()).doesNotContain("ld+json");
    }
}
