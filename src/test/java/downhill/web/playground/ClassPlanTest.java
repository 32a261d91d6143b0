package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassPlanTest {
    private static ClassPlan plan(Map<String, String> query) {
        return ClassPlan.read(name -> Optional.ofNullable(query.get(name)));
    }

    @Test
    void itsQueryLeadsToTheSamePlan() {
        ClassPlan plan =
                plan(Map.of("hide", "presets,guide", "lock", "data", "task", " Find the smallest network. <b> & ü "));
        assertThat(plan.hide()).containsExactly("guide", "presets");
        assertThat(plan.query())
                .isEqualTo("hide=guide.presets&lock=data&task=Find+the+smallest+network.+%3Cb%3E+%26+%C3%BC");
        assertThat(plan(Map.of("hide", plan.hidden(), "lock", plan.locked(), "task", plan.task())))
                .isEqualTo(plan);
        assertThat(plan(Map.of())).isEqualTo(ClassPlan.NONE);
        assertThat(ClassPlan.NONE.query()).isEmpty();
    }

    @Test
    void whatItDoesNotUnderstandIsSaid() {
        Map<String, String> query = Map.of("hide", "presets.nothing", "task", "x".repeat(ClassPlan.MOST_TASK + 1));
        assertThat(plan(query).hide()).containsExactly("presets");
        assertThat(plan(query).task()).hasSize(ClassPlan.MOST_TASK);
        assertThat(ClassPlan.remarks(name -> Optional.ofNullable(query.get(name))))
                .containsExactly(
                        "The address asks to hide “nothing”, which is no part of the playground.",
                        "The task in the address is longer than 300 characters, so its end was left out.");
    }
}
