package downhill.web.lab;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.autodiff.Node;
import downhill.insight.description.GraphDescription;
import downhill.json.DescriptionJson;
import downhill.json.ExpressionJson;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The drawn computation graph of an expression that is being typed, and the page on which one types freely. */
public final class GraphRoutes {
    /** The value of a variable that has none yet. */
    private static final double NEW = 1;

    private final Templates templates;
    private final Layouts layouts;

    public GraphRoutes(Templates templates, Layouts layouts) {
        this.templates = templates;
        this.layouts = layouts;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/graphs", GraphRoutes::draw);
        routes.post("/graphs/telling", GraphRoutes::tell);
        routes.get("/labs/expressions", this::lab);
    }

    /** Lays out a graph that nobody asked for: the first one loads the whole of ELK, which takes seconds. */
    public static void warmUp() {
        ExpressionLab lab = ExpressionLab.EXAMPLES.getFirst().lab();
        Graph graph = Graph.of(lab.expression());
        GraphLayout.of(graph).withNumbers(GraphEvaluation.of(graph, lab.values()));
    }

    private void lab(Context ctx) {
        ExpressionLab lab = ExpressionLab.read(
                Optional.ofNullable(ctx.queryParam("expression")), Optional.ofNullable(ctx.queryParam("values")));
        Layout layout = layouts.of(
                ctx,
                "Expression lab",
                "Type a formula and see its computation graph: values go forward, derivatives back, one node at a time.");
        Responses.html(ctx, templates.expressionLab(layout, lab));
    }

    /** Draws an expression as {@code POST /api/expressions} evaluates it; it passes over values too many, and a missing one is 1. */
    private static void draw(Context ctx) {
        Requests.allowQuery(ctx, Set.of());
        ExpressionJson.Request asked = ExpressionJson.read(Requests.json(ctx));
        Graph graph = Graph.of(asked.expression());
        GraphEvaluation evaluation = GraphEvaluation.of(graph, valuesOf(graph, asked.values()));
        Responses.json(ctx, GraphLayout.of(graph).withNumbers(evaluation));
    }

    /** Describes a graph, of the same request, up to the query's step of its passes. */
    private static void tell(Context ctx) {
        Requests.allowQuery(ctx, Set.of("step"));
        OptionalInt step = Requests.whole(ctx, "step", 0, Integer.MAX_VALUE);
        ExpressionJson.Request asked = ExpressionJson.read(Requests.json(ctx));
        Graph graph = Graph.of(asked.expression());
        GraphEvaluation evaluation = GraphEvaluation.of(graph, valuesOf(graph, asked.values()));
        Responses.json(ctx, DescriptionJson.write(step.orElse(0), List.of(GraphDescription.of(evaluation, step))));
    }

    private static Map<String, Double> valuesOf(Graph graph, Map<String, Double> given) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Node variable : graph.variables()) {
            String name = variable.name().orElseThrow();
            values.put(name, given.getOrDefault(name, NEW));
        }
        return values;
    }
}
