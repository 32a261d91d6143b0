package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.reading.WidgetsReader;
import downhill.web.widget.Parameter;
import downhill.web.widget.Parameters;
import downhill.web.widget.WidgetRoutes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The index of widgets, and the demo pages with the settings that it lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void theIndexHasACardForEachDemoPage() {
        String index = app.get("/widgets").body();
        WidgetRoutes.demos(WidgetsReader.onClassPath())
                .forEach(demo -> assertThat(index)
                        .contains("<h3><a href=\"/widgets/" + demo.name() + "\">" + demo.title() + "</a></h3>")
                        .contains("&lt;iframe src=\"" + app.origin() + "/widgets/" + demo.name() + "?embed=1\""));
    }

    /** The figures of a run learn with every data set and network, and no value that the index offers is refused. */
    @Test
    void everyOfferedValueIsTaken() {
        for (var demo : WidgetRoutes.demos(WidgetsReader.onClassPath())) {
            boolean isFirst = demo.name().equals("network") || !demo.isOfRun();
            for (Parameter parameter : isFirst ? Parameters.of(demo) : List.<Parameter>of()) {
                for (String value : parameter.values()) {
                    String page = app.get("/widgets/" + demo.name() + "?embed=1&" + parameter.name() + "="
                                    + URLEncoder.encode(value, StandardCharsets.UTF_8))
                            .body();
                    assertThat(page)
                            .as(demo.name() + " " + parameter.name() + " " + value)
                            .contains("<x-stage")
                            .doesNotContain("class=\"remarks\"");
                }
            }
        }
    }

    @Test
    void aFrameShowsOneFigure() {
        assertThat(stages("/widgets/network")).isEqualTo(2);
        assertThat(stages("/widgets/network?embed=1")).isEqualTo(1);
        assertThat(app.get("/widgets/network?embed=1&recording=large").body())
                .contains("/recorded/large.json")
                .doesNotContain("/api/runs/");
        assertThat(stages("/widgets/contour-map?embed=1&figure=valley")).isEqualTo(1);
    }

    private int stages(String path) {
        return app.get(path).body().split("<x-stage", -1).length - 1;
    }

    @Test
    void aValueThatIsNotKnownIsNamedOnThePage() {
        assertThat(app.get("/widgets/network?recording=none").body())
                .contains("There is no recording “none” here. You can choose tiny, xor,");
        assertThat(app.get("/widgets/network?run=gone").body())
                .contains("The server does not hold the run of this address. The figure shows another one.");
        assertThat(app.get("/widgets/landscape?data=%3Cb%3E").body())
                .contains("The address holds “data”, which is no setting of this figure.");
    }
}
