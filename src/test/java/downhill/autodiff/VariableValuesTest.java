package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableValuesTest {
    private static void assertRefused(String text, Map<String, Double> values, String... details) {
        assertThatThrownBy(() -> GraphEvaluation.of(Graph.of(text), values))
                .asInstanceOf(type(ExpressionException.class))
                .satisfies(
                        e -> assertThat(e.faults().stream().map(Fault::detail)).containsExactly(details));
    }

    @Test
    void everyVariableWithoutAValueIsNamed() {
        assertRefused(
                "w*x +\n b".replace("\n", ""),
                Map.of("x", 1.0),
                "The variable \"w\" (line 1, column 1) has no value.",
                "The variable \"b\" (line 1, column 7) has no value.");
    }

    @Test
    void aValueForNoVariableIsRefusedWithTheLikelyReason() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("weight", 1.0);
        values.put("wieght", 2.0);
        values.put("q", 2.0);
        values.put("pi", 3.0);
        assertRefused(
                "q = weight*pi; q",
                values,
                "\"wieght\" is not a variable of this expression, so it cannot have a value. Did you mean \"weight\"?",
                "\"q\" is not a variable of this expression, so it cannot have a value. The expression computes it.",
                "\"pi\" is not a variable of this expression, so it cannot have a value. It is the constant"
                        + " 3.141592653589793.");
    }

    @Test
    void aMisspeltUseOfAnAssignedNameIsFound() {
        assertRefused(
                "total = 2; L = totl + Pi",
                Map.of(),
                "The variable \"totl\" (line 1, column 16) has no value. Did you mean \"total\"?",
                "The variable \"Pi\" (line 1, column 23) has no value. Did you mean \"pi\"?");
    }

    @Test
    void ofManyStrangeValuesTenAreTold() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < 1000; i++) {
            values.put("strange" + i, 1.0);
        }
        assertThatThrownBy(() -> GraphEvaluation.of(Graph.of("1"), values))
                .asInstanceOf(type(ExpressionException.class))
                .satisfies(e -> assertThat(e.faults()).hasSize(10));
    }
}
