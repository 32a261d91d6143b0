package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.reading.CourseReader;
import downhill.course.text.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every page gives its stage a configuration of one form, from which the scripts' types are generated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StageConfigTest {
    private final TestApp app = new TestApp();
    private final JsonNode document = document();

    @AfterAll
    void close() {
        app.close();
    }

    private static JsonNode document() {
        try (InputStream in = StageConfigTest.class.getResourceAsStream("/stage-config.json")) {
            return TestApp.tree(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode config(String address) {
        JsonNode config = TestApp.stage(app.get(address).body());
        assertThat(Schema.problems(document, document.at("/components/schemas/StageConfig"), config))
                .as(address)
                .isEmpty();
        return config;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                                              | run
            /playground                                    | run
            /playground?data=own                           | run
            /labs/expressions                              | graph
            /labs/expressions?expression=a*<b>&values=a:-2 | graph
            /labs/digits                                   | run
            /widgets/network                               | recording
            /widgets/speed                                 | recording
            /widgets/graph                                 | graph
            /widgets/digit-pad                             | run
            /widgets/secant                                | hill
            /widgets/contour-map                           | hill
            /widgets/landscape                             | run
            """)
    void aPageSaysWhatItsStageShows(String address, String source) {
        assertThat(config(address.replace("<", "%3C").replace(">", "%3E")).propertyNames())
                .contains(source);
    }

    @Test
    void everySceneSaysWhatItsStageShows() {
        for (Lesson lesson : CourseReader.read(Content.onClassPath(), "").lessons()) {
            for (Scene scene : lesson.scenes()) {
                JsonNode config = config("/lessons/" + lesson.slug() + "/" + scene.number());
                assertThat(config.at("/scene/continues").booleanValue()).isEqualTo(scene.continues());
                assertThat(config.at("/scene/keep").stringValue()).startsWith(lesson.slug() + "/");
            }
        }
    }

    @Test
    void ownPointsLieOnThePartOfThePlaneThatTheAddressNames() {
        JsonNode config = config("/playground?data=own&points=-2.5~3~AAAA~----~~");
        assertThat(config.get("domain").toString()).isEqualTo("[-2.5,3.0]");
        assertThat(config("/playground").has("domain")).isFalse();
    }

    @Test
    void aTextCannotLeaveItsAttribute() {
        JsonNode config = config("/labs/expressions?expression=%22%3E%3Cscript%3E&values=");
        assertThat(config.at("/graph/expression").stringValue()).isEqualTo("\"><script>");
    }
}
