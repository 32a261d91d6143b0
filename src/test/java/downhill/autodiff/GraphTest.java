package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {
    private static List<String> symbols(Graph graph) {
        return graph.nodes().stream().map(node -> node.operation().symbol()).toList();
    }

    @Test
    void nodesStandInEvaluationOrder() {
        Graph graph = Graph.of("L = (w*x + b - y)^2");
        assertThat(symbols(graph))
                .containsExactly("variable", "variable", "*", "variable", "+", "variable", "-", "constant", "^");
        assertThat(graph.nodes().stream().map(Node::operands))
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(0, 1),
                        List.of(),
                        List.of(2, 3),
                        List.of(),
                        List.of(4, 5),
                        List.of(),
                        List.of(6, 7));
        assertThat(graph.nodes().getLast().name()).contains("L");
        assertThat(graph.output()).isEqualTo(8);
        assertThat(graph.backwardOrder()).containsExactly(8, 7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void aVariableHasOneNodeHoweverOftenItIsUsed() {
        Graph graph = Graph.of("x*x + sin(x)^x");
        assertThat(graph.variables()).hasSize(1);
        assertThat(graph.nodes().get(1).operands()).containsExactly(0, 0);
    }

    @Test
    void anAssignedNameIsTheNodeThatItNames() {
        Graph graph = Graph.of("q = x + y; L = q*q");
        assertThat(graph.nodes().get(2).name()).contains("q");
        assertThat(graph.nodes().get(3).operands()).containsExactly(2, 2);
    }

    @Test
    void aSecondNameForANodeIsANodeOfItsOwn() {
        Graph graph = Graph.of("a = x; b = a; c = x + b; c");
        assertThat(symbols(graph)).containsExactly("variable", "identity", "identity", "+");
        assertThat(graph.nodes().stream().map(Node::name))
                .containsExactly(Optional.of("x"), Optional.of("a"), Optional.of("b"), Optional.of("c"));
        assertThat(graph.output()).isEqualTo(3);
    }

    @Test
    void onlyWhatTheOutputDependsOnTakesPartInTheBackwardPass() {
        Graph graph = Graph.of("y = 3*x; z = 2*x; L = z + 1");
        Node y = graph.nodes().get(2);
        assertThat(y.name()).contains("y");
        assertThat(graph.backwardOrder())
                .doesNotContain(y.id(), 0)
                .hasSize(graph.nodes().size() - 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e = (a + b)*(b + 1)", "e = a*b; d = e + c; L = d*f", "pi = 3; L = pi*r^2"})
    void anAssignmentMayTakeTheNameOfAConstant(String text) {
        assertThat(Graph.of(text).nodes().stream()
                        .filter(n -> n.operation() instanceof Operation.Constant c
                                && c.value() != StrictMath.rint(c.value())))
                .isEmpty();
    }

    @Test
    void aNodeKnowsWhereItWasWritten() {
        Graph graph = Graph.of("a = x + 1\nL = exp( (a)*2 )");
        assertThat(graph.text(2)).isEqualTo("x + 1");
        assertThat(graph.text(graph.output())).isEqualTo("exp( (a)*2 )");
        Span product = graph.span(graph.output() - 1);
        assertThat(graph.text(graph.output() - 1)).isEqualTo("(a)*2");
        assertThat(product.line()).isEqualTo(2);
        assertThat(product.column()).isEqualTo(10);
    }
}
