package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions at places without a derivative: a documented convention decides, or an error names the node. */
class KinksTest {
    private static GraphEvaluation at(String text, double x) {
        return GraphEvaluation.of(Graph.of(text), Map.of("x", x));
    }

    private static double slope(String text, double x) {
        GraphEvaluation evaluation = at(text, x);
        return evaluation.gradient(evaluation.graph().variables().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relu(x) | 0 | 0 | true",
                "relu(x) | -0.0 | 0 | true",
                "relu(x) | 1e-300 | 1 | false",
                "relu(x) | -1e-300 | 0 | false",
                "abs(x) | 0 | 0 | true",
                "abs(x) | -2 | -1 | false",
                "max(x, -x) | 0 | 0 | true",
                "min(x, -x) | 0 | 0 | true",
                "max(x, 3) | 3 | 0.5 | true",
                "min(3, x) | 3 | 0.5 | true",
                "max(x, x) | 3 | 1 | true",
                "min(3, x) | 2 | 1 | false",
                "x^0 | 0 | 0 | false",
                "x^1 | 0 | 1 | false",
                "x^2 | 0 | 0 | false",
                "x^2 | -3 | -6 | false",
                "x^-1 | -2 | -0.25 | false",
                "0^x | 2 | 0 | false",
                "0^x | 0 | 0 | true",
                "(-2)^x | 2 | 0 | true",
                "2^x | 0 | 0.6931471805599453 | false",
                "x^x | 0 | 0 | true"
            })
    void theSlopeIsTheDocumentedOneAndANoteSaysSo(String text, double x, double slope, boolean noted) {
        GraphEvaluation evaluation = at(text, x);
        assertThat(slope(text, x)).isEqualTo(slope);
        int output = evaluation.graph().output();
        assertThat(evaluation.note(output).isPresent()).isEqualTo(noted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(x) | 0 | value | log(x)",
                "log(x) | -1 | value | log(x)",
                "1 + sqrt(x) | -1 | value | sqrt(x)",
                "sqrt(x) + 1 | 0 | local derivative | sqrt(x)",
                "x^0.5 | 0 | local derivative | x^0.5",
                "x^0.5 | -4 | value | x^0.5",
                "x^-1 | 0 | value | x^-1",
                "2 * (1/x) | 0 | value | 1/x",
                "0*exp(x) | 1000 | value | exp(x)",
                "(x*1e200)*(x*1e200) | 1 | value | (x*1e200)*(x*1e200)",
                "x*1e-200*1e200*1e200 | 1 | gradient | x*1e-200",
                "y = log(x); L = 3*2 | 0 | value | log(x)"
            })
    void aNumberThatIsNotFiniteNamesItsNode(String text, double x, String quantity, String node) {
        assertThatThrownBy(() -> at(text, x))
                .asInstanceOf(type(ExpressionException.class))
                .satisfies(e -> {
                    var fault = (Fault.NotFinite) e.faults().getFirst();
                    assertThat(fault.quantity()).isEqualTo(quantity);
                    assertThat(fault.text()).isEqualTo(node);
                    assertThat(Graph.of(text).text(fault.node())).isEqualTo(node);
                    assertThat(fault.detail())
                            .contains("the " + quantity + " of \"" + node + "\" is not a finite number");
                    assertThat(fault.hint()).isNotEmpty();
                });
    }

    @Test
    void anExpressionMayHaveSlopeZeroThoughItDependsOnItsVariable() {
        assertThat(slope("sin(x)^2 + cos(x)^2", 0.7)).isZero();
        assertThat(slope("x^3", 0)).isZero();
    }
}
