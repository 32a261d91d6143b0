package downhill.autodiff;

import downhill.autodiff.Expression.Application;
import downhill.autodiff.Expression.Literal;
import downhill.autodiff.Expression.Reference;
import downhill.autodiff.Statement.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks up the names of parsed statements and lays their operations out in evaluation order.
 *
 * <p>A name means one thing in a whole text. It is an assigned node from its assignment on; else pi or e; else a variable.
 * An assignment may take the names pi and e, if it comes before any use of them as constants.
 */
final class GraphBuilder {
    private final String source;
    private final ExpressionLimits limits;
    private final List<Statement> statements;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<String, Integer> assigned = new HashMap<>();
    private final Map<String, Integer> variables = new HashMap<>();
    private final Map<String, Span> constants = new HashMap<>();

    GraphBuilder(String source, ExpressionLimits limits) {
        this.source = source;
        this.limits = limits;
        this.statements = Parser.parse(source, limits);
    }

    Graph build() {
        int output = 0;
        for (Statement statement : statements) {
            int before = nodes.size();
            int id = add(statement.expression());
            output = statement.target().isPresent() ? assign(statement.target().get(), id, before) : id;
        }
        return new Graph(source, statements, nodes, spans, output);
    }

    /** Names a node; one that has a name or stood there before gets a second node, so that no node has two names. */
    private int assign(Target target, int id, int before) {
        refuseTaken(target);
        int named = id;
        if (id < before || nodes.get(id).isVariable()) {
            named = add(UnaryOperation.IDENTITY, List.of(id), spans.get(id));
        }
        Node node = nodes.get(named);
        nodes.set(named, new Node(named, Optional.of(target.name()), node.operation(), node.operands()));
        assigned.put(target.name(), named);
        return named;
    }

    private void refuseTaken(Target target) {
        String name = target.name();
        if (assigned.containsKey(name)) {
            throw taken(target, "It is assigned in " + place(assigned.get(name)) + ".");
        }
        if (variables.containsKey(name)) {
            throw taken(target, "It is used as a variable in " + place(variables.get(name)) + ", before this.");
        }
        Span use = constants.get(name);
        if (use != null) {
            throw taken(target, "It is used as a constant in " + use.place() + ", before this.");
        }
    }

    private String place(int id) {
        return spans.get(id).place();
    }

    private static ExpressionException taken(Target target, String hint) {
        return fault(target.span(), "a new name", "\"" + Lexer.shortened(target.name()) + "\"", hint);
    }

    private int add(Expression expression) {
        return switch (expression) {
            case Literal literal -> add(new Operation.Constant(literal.value()), List.of(), literal.span());
            case Reference reference -> lookUp(reference);
            case Application a -> {
                List<Integer> operands = new ArrayList<>();
                a.operands().forEach(operand -> operands.add(add(operand)));
                yield add(a.operation(), List.copyOf(operands), a.span());
            }
        };
    }

    private int lookUp(Reference reference) {
        String name = reference.name();
        Integer known = assigned.getOrDefault(name, variables.get(name));
        if (known != null) {
            return known;
        }
        OptionalDouble constant = Vocabulary.constant(name);
        if (constant.isPresent()) {
            constants.putIfAbsent(name, reference.span());
            return add(new Operation.Constant(constant.getAsDouble()), List.of(), reference.span());
        }
        int id = add(new Operation.Variable(), List.of(), reference.span());
        nodes.set(id, new Node(id, Optional.of(name), nodes.get(id).operation(), List.of()));
        variables.put(name, id);
        return id;
    }

    private int add(Operation operation, List<Integer> operands, Span span) {
        int id = nodes.size();
        if (id >= limits.nodes()) {
            throw fault(span, "at most " + limits.nodes() + " nodes", "one more", "");
        }
        nodes.add(new Node(id, Optional.empty(), operation, operands));
        spans.add(span);
        return id;
    }

    private static ExpressionException fault(Span at, String expected, String found, String hint) {
        return new ExpressionException(new Fault.Syntax(at, expected, found, hint));
    }
}
