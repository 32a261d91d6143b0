package downhill.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.Widget.Source;
import downhill.course.Widget.Topic;
import downhill.course.reading.WidgetsReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings that the address of a demo page may hold. */
class ChosenTest {
    private static Chosen chosen(Map<String, List<String>> query) {
        return Chosen.of(Parameters.OF_RUN, query);
    }

    @Test
    void settingsHaveTheirUsualValues() {
        Chosen chosen = chosen(Map.of("embed", List.of("1"), "data", List.of("")));
        assertThat(chosen.of("data")).isEqualTo("xor");
        assertThat(chosen.of("hidden")).isEqualTo("3");
        assertThat(chosen.of("step")).isEqualTo("60");
        assertThat(chosen.remarks()).isEmpty();
        assertThat(chosen.query()).isEmpty();
    }

    @Test
    void theAddressChoosesThem() {
        Chosen chosen = chosen(Map.of("data", List.of("circle"), "hidden", List.of("4-2"), "step", List.of("500")));
        assertThat(chosen.query()).isEqualTo("?data=circle&hidden=4-2&step=500");
        assertThat(Parameters.layers(chosen.of("hidden"))).containsExactly(2, 4, 2, 1);
    }

    @Test
    void aRefusedValueIsNamedWithTheAllowedOnes() {
        assertThat(chosen(Map.of("data", List.of("gauss"))).remarks())
                .containsExactly("There is no data set “gauss” here. The figure shows xor."
                        + " You can choose xor, and, or, gaussians, exclusive-or-cloud, circle, moons, spiral.");
        assertThat(chosen(Map.of("step", List.of("x".repeat(500)))).remarks())
                .singleElement()
                .asString()
                .hasSizeLessThan(200);
    }

    @Test
    void anUnknownNameIsNamedWithTheSettings() {
        assertThat(chosen(Map.of("regularization", List.of("l2"))).remarks())
                .containsExactly(
                        "The address holds “regularization”, which is no setting of this figure. Its settings are data, hidden, step.");
        assertThat(Chosen.of(List.of(), Map.of("data", List.of("xor"))).remarks())
                .containsExactly("The address holds “data”, which is no setting of this figure.");
    }

    /** Each combination keeps a run on the server, so there must not be many. */
    @Test
    void sharedRunsAreFew() {
        int runs =
                Parameters.OF_RUN.stream().mapToInt(one -> one.values().size()).reduce(1, (a, b) -> a * b);
        assertThat(runs).isLessThanOrEqualTo(240);
        assertThat(Parameters.OF_RUN).allMatch(one -> !one.values().isEmpty() && one.allows(one.standard()));
    }

    @Test
    void everyDemoPageHasATopicAndAllTopicsHavePages() {
        var demos = WidgetRoutes.demos(WidgetsReader.onClassPath());
        for (Topic topic : Topic.values()) {
            assertThat(demos).as(topic.title()).anyMatch(demo -> demo.topic() == topic);
        }
        assertThat(demos.stream().filter(demo -> demo.source() instanceof Source.Xor))
                .allSatisfy(demo -> assertThat(Parameters.of(demo)).containsAll(Parameters.OF_RUN));
        assertThat(demos).extracting("title").doesNotHaveDuplicates();
    }
}
