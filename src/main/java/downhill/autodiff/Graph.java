package downhill.autodiff;

import java.util.ArrayList;
import java.util.List;

/**
 * The computation graph of an expression: what is computed, in which order, and from what. Its last assignment, or the
 * expression without a name that ends it, is the output L. Every variable has one node, however often it is used.
 */
public final class Graph {
    private final String source;
    private final List<Statement> statements;
    private final List<Node> nodes;
    private final List<Span> spans;
    private final int output;

    Graph(String source, List<Statement> statements, List<Node> nodes, List<Span> spans, int output) {
        this.source = source;
        this.statements = List.copyOf(statements);
        this.nodes = List.copyOf(nodes);
        this.spans = List.copyOf(spans);
        this.output = output;
    }

    /** The graph of a text, within the standard limits; ExpressionException with line and column if it has none. */
    public static Graph of(String text) {
        return of(text, ExpressionLimits.STANDARD);
    }

    static Graph of(String text, ExpressionLimits limits) {
        return new GraphBuilder(text, limits).build();
    }

    /** The nodes in evaluation order: the node with id i at place i. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The id of L. */
    public int output() {
        return output;
    }

    /** The variables, in the order of their first use. */
    public List<Node> variables() {
        return nodes.stream().filter(Node::isVariable).toList();
    }

    /** The stretch of text that a node was read from; for a variable, its first use. */
    public Span span(int id) {
        return spans.get(id);
    }

    /** A node as it was written, shortened. */
    String text(int id) {
        Span span = spans.get(id);
        return Lexer.shortened(source.substring(span.start(), span.end()));
    }

    /** Marks each node that the output depends on. */
    boolean[] reachable() {
        boolean[] reachable = new boolean[nodes.size()];
        reachable[output] = true;
        for (int id = output; id >= 0; id--) {
            if (reachable[id]) {
                nodes.get(id).operands().forEach(operand -> reachable[operand] = true);
            }
        }
        return reachable;
    }

    /** Marks each node that depends on a variable. */
    boolean[] varying() {
        boolean[] varying = new boolean[nodes.size()];
        for (Node node : nodes) {
            varying[node.id()] = node.isVariable() || node.operands().stream().anyMatch(operand -> varying[operand]);
        }
        return varying;
    }

    /** The nodes that L depends on, from L back: each comes after every node that uses it. */
    public List<Integer> backwardOrder() {
        boolean[] reachable = reachable();
        List<Integer> order = new ArrayList<>();
        for (int id = output; id >= 0; id--) {
            if (reachable[id]) {
                order.add(id);
            }
        }
        return order;
    }

    /** The whole expression in its plainest form, with fixed spacing and no needless parentheses; it reads back as this graph. */
    public String text() {
        return Printer.print(statements);
    }
}
