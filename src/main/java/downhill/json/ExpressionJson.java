package downhill.json;

import downhill.autodiff.BinaryOperation;
import downhill.autodiff.Contribution;
import downhill.autodiff.ForwardSweep;
import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import downhill.autodiff.ReverseSweep;
import downhill.autodiff.Span;
import downhill.autodiff.UnaryOperation;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Value;
import downhill.json.form.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A typed expression, from its JSON form, and its computation graph with all numbers, to theirs. */
public final class ExpressionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExpressionJson() {}

    /**
     * A request for an expression at these values of its variables.
     *
     * @param withRespectTo a variable to run forward mode for, if wanted
     */
    public record Request(String expression, Map<String, Double> values, Optional<String> withRespectTo) {}

    /** The request in a JSON text {@code {"expression", "values", "withRespectTo"}}; the last two may be missing. */
    public static Request read(byte[] json) {
        return Json.read(
                json,
                m -> new Request(
                        m.text("expression"),
                        m.optionalObject("values").map(Members::numbers).orElse(Map.of()),
                        m.value("withRespectTo").map(Value::text)));
    }

    /**
     * The answer: every node with its numbers, the order of the backward pass, and that pass node by node. ExpressionException
     * says what is wrong with the expression or its values.
     */
    public static ObjectNode answer(Request request) {
        Graph graph = Graph.of(request.expression());
        GraphEvaluation evaluation = GraphEvaluation.of(graph, request.values());
        ObjectNode node = answer(evaluation);
        request.withRespectTo().ifPresent(name -> node.set("forward", forward(evaluation, name)));
        return node;
    }

    static ObjectNode answer(GraphEvaluation evaluation) {
        Graph graph = evaluation.graph();
        ObjectNode node = NODES.objectNode();
        node.put("expression", graph.text());
        node.put("output", graph.output());
        node.put("value", evaluation.value(graph.output()));
        ArrayNode nodes = node.putArray("nodes");
        graph.nodes().forEach(one -> nodes.add(node(evaluation, one)));
        ids(node.putArray("backwardOrder"), graph.backwardOrder());
        node.set("backward", backward(evaluation));
        return node;
    }

    private static ObjectNode node(GraphEvaluation evaluation, Node node) {
        int id = node.id();
        ObjectNode json = NODES.objectNode()
                .put("id", id)
                .put("name", node.name().orElse(null))
                .put("operation", node.operation().symbol());
        ids(json.putArray("operands"), node.operands());
        json.put("value", evaluation.value(id)).put("gradient", evaluation.gradient(id));
        ArrayNode derivatives = json.putArray("localDerivatives");
        for (double derivative : evaluation.localDerivatives(id)) {
            derivatives.add(derivative);
        }
        ArrayNode rules = json.putArray("derivativeRules");
        switch (node.operation()) {
            case UnaryOperation f -> rules.add(f.rule());
            case BinaryOperation f -> rules.add(f.firstRule()).add(f.secondRule());
            default -> {}
        }
        json.put("note", evaluation.note(id).orElse(null));
        Span span = evaluation.graph().span(id);
        json.putObject("at")
                .put("line", span.line())
                .put("column", span.column())
                .put("start", span.start())
                .put("end", span.end());
        return json;
    }

    private static ArrayNode backward(GraphEvaluation evaluation) {
        ArrayNode steps = NODES.arrayNode();
        ReverseSweep sweep = new ReverseSweep(evaluation);
        while (sweep.next().isPresent()) {
            ReverseSweep.Step step = sweep.step();
            ObjectNode json = steps.addObject().put("node", step.node()).put("gradient", step.gradient());
            json.set("contributions", contributions(step.contributions()));
        }
        return steps;
    }

    private static ObjectNode forward(GraphEvaluation evaluation, String name) {
        int variable = evaluation.graph().variables().stream()
                .filter(node -> node.name().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        BadInputException.Kind.VALUE,
                        "/withRespectTo",
                        "\"" + Values.shown(name) + "\" is not a variable of this expression."))
                .id();
        ObjectNode forward = NODES.objectNode().put("variable", variable);
        ArrayNode steps = forward.putArray("steps");
        ForwardSweep sweep = new ForwardSweep(evaluation, variable);
        while (sweep.next().isPresent()) {
            ForwardSweep.Step step = sweep.step();
            ObjectNode json = steps.addObject().put("node", step.node()).put("derivative", step.tangent());
            json.set("contributions", contributions(step.contributions()));
        }
        return forward;
    }

    private static ArrayNode contributions(List<Contribution> contributions) {
        ArrayNode list = NODES.arrayNode();
        contributions.forEach(c -> list.addObject()
                .put("operand", c.operand())
                .put("localDerivative", c.localDerivative())
                .put("contribution", c.contribution())
                .put("sum", c.sum()));
        return list;
    }

    private static void ids(ArrayNode list, List<Integer> ids) {
        ids.forEach(list::add);
    }
}
