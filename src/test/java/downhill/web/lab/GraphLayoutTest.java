package downhill.web.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.autodiff.Graph;
import downhill.json.GraphDrawing;
import downhill.json.GraphDrawing.Box;
import downhill.json.GraphDrawing.Edge;
import downhill.json.form.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLayoutTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "L = (w*x + b - y)^2",
                "x",
                "x*x",
                "a = 3*x; b = x^2; L = a*b",
                "u = x*y + z; v = u*w; L = (v - t)^2 + x*z",
                "unused = x + 1; L = sigmoid(x*2^y)",
            })
    void operandsStandLeftAndNothingOverlaps(String text) {
        Graph graph = Graph.of(text);
        GraphDrawing drawing = GraphLayout.of(graph);
        Map<Integer, Box> boxes = drawing.boxes().stream().collect(Collectors.toMap(Box::node, Function.identity()));
        for (Edge edge : drawing.edges()) {
            int operand = graph.nodes().get(edge.node()).operands().get(edge.operand());
            Box from = Objects.requireNonNull(boxes.get(operand));
            Box to = Objects.requireNonNull(boxes.get(edge.node()));
            assertThat(from.x() + from.width()).isLessThan(to.x());
            assertThat(edge.points().getFirst().x()).isEqualTo(from.x() + from.width());
            assertThat(edge.points().getLast().x()).isEqualTo(to.x());
            assertThat(edge.label().x()).isBetween(from.x() + from.width(), to.x());
        }
        assertApart(drawing.boxes());
        assertThat(drawing.boxes())
                .allMatch(box -> box.x() >= 0 && box.x() + box.width() <= drawing.width() && box.y() >= 0);
    }

    private static void assertApart(List<Box> boxes) {
        for (Box a : boxes) {
            for (Box b : boxes) {
                boolean apart = a.x() + a.width() <= b.x()
                        || b.x() + b.width() <= a.x()
                        || a.y() + a.height() <= b.y()
                        || b.y() + b.height() <= a.y();
                assertThat(a.equals(b) || apart).as(a + " and " + b).isTrue();
            }
        }
    }

    @Test
    void aConstantExponentIsPartOfItsNodeAndOtherConstantsAreDrawn() {
        assertThat(GraphLayout.of(Graph.of("x^2")).boxes()).hasSize(2);
        assertThat(GraphLayout.of(Graph.of("2*x")).boxes()).hasSize(3);
        assertThat(GraphLayout.of(Graph.of("2^x")).boxes()).hasSize(3);
    }

    @Test
    void theFirstOperandEntersAboveTheSecond() {
        GraphDrawing drawing = GraphLayout.of(Graph.of("a - b"));
        assertThat(drawing.edges().get(0).points().getLast().y())
                .isLessThan(drawing.edges().get(1).points().getLast().y());
    }

    @Test
    void theSameExpressionHasTheSameDrawing() {
        String text = "u = x*y + z; v = u*w; L = (v - t)^2 + x*z";
        assertThat(GraphLayout.of(Graph.of(text))).isEqualTo(GraphLayout.of(Graph.of(text)));
    }

    @Test
    void aGraphThatNobodyCouldReadIsRefusedWithItsLimit() {
        assertThat(GraphLayout.of(Graph.of("x" + "+x".repeat(59))).boxes()).hasSize(60);
        assertThatThrownBy(() -> GraphLayout.of(Graph.of("x" + "+x".repeat(60))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("60 are allowed");
    }
}
