package downhill.insight.description;

import downhill.autodiff.Contribution;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Operation;
import downhill.autodiff.ReverseSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The progress through a computation graph: first the given values, then every operation's value, then the result's own derivative, then back, each
 * node passing on its gradient to its operands. The page's figure walks the same way.
 */
public final class GraphProgress {
    static final String UNKNOWN = "not yet";

    private final Graph graph;
    private final GraphEvaluation evaluation;
    private final List<Integer> forward;
    private final List<ReverseSweep.Step> backward = new ArrayList<>();
    private final int at;

    /** @param step where one has come to, from 0; absent for the end */
    GraphProgress(GraphEvaluation evaluation, OptionalInt step) {
        this.evaluation = evaluation;
        this.graph = evaluation.graph();
        this.forward = graph.nodes().stream()
                .filter(node -> !node.operands().isEmpty())
                .map(node -> node.id())
                .toList();
        ReverseSweep sweep = new ReverseSweep(evaluation);
        while (sweep.next().isPresent()) {
            ReverseSweep.Step found = sweep.step();
            if (found.contributions().stream().anyMatch(this::moves)) {
                backward.add(found);
            }
        }
        this.at = Math.min(step.orElse(Integer.MAX_VALUE), last());
    }

    private boolean moves(Contribution contribution) {
        return !(graph.nodes().get(contribution.operand()).operation() instanceof Operation.Constant);
    }

    int at() {
        return at;
    }

    int last() {
        return forward.size() + 1 + backward.size();
    }

    boolean isAtEnd() {
        return at == last();
    }

    private int seed() {
        return forward.size() + 1;
    }

    boolean isGoingForward() {
        return at < seed();
    }

    boolean isSeed() {
        return at == seed();
    }

    /** The node whose value was computed last; in the forward pass, after its first step. */
    int now() {
        return forward.get(at - 1);
    }

    /** The pass of the current backward step. */
    ReverseSweep.Step passed() {
        return backward.get(at - seed() - 1);
    }

    /** The contributions to the operands that can move. */
    List<Contribution> contributions() {
        return passed().contributions().stream().filter(this::moves).toList();
    }

    boolean isKnown(int node) {
        return graph.nodes().get(node).operands().isEmpty() || forward.indexOf(node) < at;
    }

    String value(int node) {
        return isKnown(node) ? SpokenNumbers.of(evaluation.value(node)) : UNKNOWN;
    }

    /** A node's derivative as far as paths have brought it. */
    String gradient(int node) {
        if (isGoingForward()) {
            return UNKNOWN;
        }
        List<Contribution> brought = to(node, backward.subList(0, at - seed()));
        int awaited = to(node, backward).size();
        if (node == graph.output() || brought.size() == awaited) {
            return SpokenNumbers.of(evaluation.gradient(node));
        }
        return brought.isEmpty() ? UNKNOWN : SpokenNumbers.of(brought.getLast().sum()) + " so far";
    }

    private static List<Contribution> to(int node, List<ReverseSweep.Step> steps) {
        return steps.stream()
                .flatMap(step -> step.contributions().stream())
                .filter(contribution -> contribution.operand() == node)
                .toList();
    }
}
