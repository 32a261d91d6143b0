package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Widget;
import downhill.course.Widget.StageKind;
import downhill.course.Widgets;
import downhill.course.reading.WidgetsReader;
import downhill.web.widget.WidgetDemo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The widgets' descriptors say what the lists in the code say. */
class WidgetDescriptorsTest {
    private static final Widgets ALL = WidgetsReader.onClassPath();

    @Test
    void stagesShowTheSame() {
        assertThat(ALL.on(StageKind.RUN)).containsExactlyInAnyOrderElementsOf(downhill.course.reading.Widgets.ON_RUN);
        assertThat(ALL.on(StageKind.HILL)).containsExactlyInAnyOrderElementsOf(downhill.course.reading.Widgets.ON_HILL);
        assertThat(ALL.on(StageKind.GRAPH))
                .containsExactlyInAnyOrderElementsOf(downhill.course.reading.Widgets.ON_GRAPH);
        assertThat(ALL.on(StageKind.LANDSCAPE))
                .containsExactlyInAnyOrderElementsOf(downhill.course.reading.Widgets.ON_LANDSCAPE);
    }

    @Test
    void demoPagesAreTheSame() {
        List<WidgetDemo> before = WidgetDemo.ALL.stream()
                .filter(demo -> !demo.name().equals("landscape"))
                .toList();
        assertThat(ALL.demos())
                .extracting(Widget.Demo::name, Widget.Demo::title, Widget.Demo::line, Widget.Demo::isOfRun)
                .containsExactlyElementsOf(before.stream()
                        .map(demo -> org.assertj.core.api.Assertions.tuple(
                                demo.name(), demo.title(), demo.line(), demo.isOfRun()))
                        .toList());
        assertThat(ALL.demos())
                .extracting(Widget.Demo::show)
                .containsExactlyElementsOf(
                        before.stream().map(WidgetDemo::shows).toList());
    }
}
