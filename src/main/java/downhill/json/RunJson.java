package downhill.json;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.insight.CostCurve;
import downhill.json.form.Json;
import downhill.net.Network;
import downhill.train.history.CostSeries;
import downhill.train.history.Stop;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Problem;
import downhill.train.spec.RunSpec;
import downhill.train.step.Divergence;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of a run's data beside its frames. */
public final class RunJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** The number of numbers of the examples that a preview of step 0 sends. */
    private static final int DRAWN = 20_000;

    /** The version of the engine: it changes whenever any run's numbers do. */
    public static final String ENGINE = "1";

    private RunJson() {}

    /**
     * The description of a run.
     *
     * @param id the name that drives it; for someone who may only read it, its view once more
     */
    public static ObjectNode description(
            String id, String view, Run run, List<LoggedTweak> tweaks, Movement movement, Optional<String> parent) {
        ObjectNode node = NODES.objectNode();
        node.put("id", id);
        node.put("view", view);
        node.put("engine", ENGINE);
        node.set("spec", RunSpecWriter.write(run.spec()));
        node.set("tweaks", tweaks(tweaks));
        node.put("state", movement.state());
        node.put("step", run.step());
        node.put("cost", run.cost());
        node.putObject("parameters")
                .put("weights", run.network().weightCount())
                .put("biases", run.network().biasCount());
        node.put("parent", parent.orElse(null));
        movement(node, movement, run);
        return node;
    }

    private static ArrayNode tweaks(List<LoggedTweak> tweaks) {
        ArrayNode list = NODES.arrayNode();
        tweaks.forEach(t -> list.add(tweak(t)));
        return list;
    }

    private static ObjectNode tweak(LoggedTweak logged) {
        return NODES.objectNode().put("step", logged.step()).setAll(TweakJson.write(logged.tweak()));
    }

    /** The token of a new visitor, in UTF-8. */
    public static byte[] token(String token) {
        return Json.bytes(JsonNodeFactory.instance.objectNode().put("token", token));
    }

    /** The share of a request's work that is done, in UTF-8; null if none is known. */
    public static byte[] progress(OptionalDouble share) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        share.ifPresentOrElse(done -> json.put("share", done), () -> json.putNull("share"));
        return Json.bytes(json);
    }

    /** The data of a tweak's event. */
    public static String tweaked(LoggedTweak logged) {
        return Json.text(tweak(logged));
    }

    /**
     * The motion of a run.
     *
     * @param state its name
     * @param stepsPerSecond 0 for as fast as it goes, and at an even pace
     * @param stopped the reason why it stopped by itself, if it did
     */
    public record Movement(String state, double stepsPerSecond, boolean isEven, Optional<Stop> stopped) {}

    /** The data of an event for a changed state. */
    public static String state(Movement movement, Run run) {
        ObjectNode node = NODES.objectNode().put("state", movement.state).put("step", run.step());
        movement(node, movement, run);
        return Json.text(node);
    }

    private static void movement(ObjectNode node, Movement movement, Run run) {
        if (movement.state.equals("running")) {
            node.put("stepsPerSecond", movement.stepsPerSecond).put("pace", movement.isEven ? "even" : "steady");
        }
        run.divergence().ifPresent(d -> node.set("divergence", divergence(d)));
        movement.stopped.ifPresent(stop -> node.set("stopped", stopped(stop)));
    }

    private static ObjectNode stopped(Stop stop) {
        ObjectNode node = NODES.objectNode();
        return switch (stop) {
            case Stop.Still(int step, int steps, double change) ->
                node.put("reason", "still")
                        .put("step", step)
                        .put("steps", steps)
                        .put("change", change);
            case Stop.CostBelow(int step, double limit) ->
                node.put("reason", "cost").put("step", step).put("limit", limit);
            case Stop.AccuracyAbove(int step, double limit) ->
                node.put("reason", "accuracy").put("step", step).put("limit", limit);
            case Stop.AtStep(int step) -> node.put("reason", "step").put("step", step);
            case Stop.LastStep(int step) -> node.put("reason", "last-step").put("step", step);
            case Stop.NoMemory(int step) -> node.put("reason", "memory").put("step", step);
        };
    }

    private static ObjectNode divergence(Divergence d) {
        return NODES.objectNode().put("step", d.step()).put("layer", d.layer()).put("quantity", d.quantity());
    }

    /** Costs at these steps: [step, cost, test cost where it was evaluated, else null], and the tweaks made between them. */
    public static ObjectNode costs(CostSeries costs, Map<Integer, Double> testCosts, List<LoggedTweak> tweaks) {
        ObjectNode node = NODES.objectNode();
        ArrayNode points = node.putArray("points");
        for (int i = 0; i < costs.size(); i++) {
            int step = costs.steps()[i];
            points.addArray().add(step).add(costs.costs()[i]).add(finite(testCosts.get(step)));
        }
        node.set("tweaks", tweaks(tweaks));
        return node;
    }

    /** The costs of the batches, and beside them those over the whole sets, or null where these are too much work. */
    public static ObjectNode costs(CostSeries costs, List<LoggedTweak> tweaks, Optional<CostCurve> evaluated) {
        ObjectNode node = costs(costs, Map.of(), tweaks);
        node.set("evaluated", evaluated.<JsonNode>map(RunJson::evaluated).orElse(NODES.nullNode()));
        return node;
    }

    /** JSON has no number beyond all numbers: null. */
    public static @Nullable Double finite(@Nullable Double cost) {
        return cost == null || !Double.isFinite(cost) ? null : cost;
    }

    private static ObjectNode evaluated(CostCurve curve) {
        ObjectNode node = NODES.objectNode().put("every", curve.every());
        ArrayNode points = node.putArray("points");
        boolean isPenalized = curve.points().stream().anyMatch(point -> point.penalty() != 0);
        for (CostCurve.Point point : curve.points()) {
            ArrayNode row = points.addArray().add(point.step()).add(point.cost());
            for (OptionalDouble cost :
                    List.of(point.scores().trainCost(), point.scores().testCost())) {
                row.add(cost.isPresent() ? finite(cost.getAsDouble()) : null);
            }
            if (isPenalized) {
                row.add(point.penalty());
            }
        }
        return node;
    }

    /**
     * The examples of a set, row by row, and over which coordinates to draw them, if they can be drawn. Where the inputs are functions of
     * points, and no longer tell where these lie, the points come too.
     *
     * @param spec the specification of the set
     * @param numbers the most inputs of the training and of the test examples, whole examples, one at least
     */
    public static ObjectNode data(Dataset data, DataSpec spec, int numbers) {
        ObjectNode node = examples(data, numbers);
        DataSets.domain(spec)
                .ifPresent(d -> node.putArray("domain").add(d.low()).add(d.high()));
        DataSets.points(spec, data.targetWidth()).ifPresent(points -> {
            int most = Math.max(1, numbers / data.inputWidth());
            int width = points.inputWidth();
            node.set("places", rows(first(most, points.inputs(), width), width));
            node.set("testPlaces", rows(first(most, points.testInputs(), width), width));
        });
        return node;
    }

    private static ObjectNode examples(Dataset data, int numbers) {
        int most = Math.max(1, numbers / data.inputWidth());
        ObjectNode node = NODES.objectNode();
        node.set("inputs", rows(first(most, data.inputs(), data.inputWidth()), data.inputWidth()));
        node.set("targets", rows(first(most, data.targets(), data.targetWidth()), data.targetWidth()));
        node.set("testInputs", rows(first(most, data.testInputs(), data.inputWidth()), data.inputWidth()));
        node.set("testTargets", rows(first(most, data.testTargets(), data.targetWidth()), data.targetWidth()));
        ArrayNode names = node.putArray("inputNames");
        data.inputNames().forEach(names::add);
        if (data.task() instanceof Dataset.Task.OneHot && data.targetWidth() > 2) {
            ArrayNode classes = node.putArray("classNames");
            data.classNames().forEach(classes::add);
        }
        return node;
    }

    private static double[] first(int rows, double[] flat, int width) {
        return Arrays.copyOf(flat, (int) Math.min(flat.length, (long) rows * width));
    }

    private static ArrayNode rows(double[] flat, int width) {
        ArrayNode rows = NODES.arrayNode();
        for (int start = 0; start < flat.length; start += width) {
            ArrayNode row = rows.addArray();
            for (int i = start; i < start + width; i++) {
                row.add(flat[i]);
            }
        }
        return rows;
    }

    /**
     * The numbers of a run: what it started with, what was changed, its data, its costs, and the parameters of its newest step.
     *
     * @param costs the kept ones: those that follow step 0 without a gap are written as a list, later ones with their steps
     */
    public static ObjectNode numbers(
            RunSpec spec, List<LoggedTweak> tweaks, Dataset data, CostSeries costs, Network network) {
        ObjectNode node = NODES.objectNode();
        node.put("engine", ENGINE);
        node.set("spec", RunSpecWriter.write(spec));
        node.set("tweaks", tweaks(tweaks));
        node.set("data", examples(data, Integer.MAX_VALUE));
        node.put("step", costs.steps()[costs.size() - 1]);
        ArrayNode first = node.putArray("costs");
        for (int i = 0; i < costs.size(); i++) {
            if (costs.steps()[i] == i) {
                first.add(costs.costs()[i]);
            } else {
                node.withArray("laterCosts").addArray().add(costs.steps()[i]).add(costs.costs()[i]);
            }
        }
        putParameters(node, network);
        return node;
    }

    /** A network's weights and biases, in the form in which a specification takes them. */
    public static ObjectNode weights(Network network, int step) {
        ObjectNode node = NODES.objectNode().put("step", step);
        putParameters(node, network);
        return node;
    }

    private static void putParameters(ObjectNode node, Network network) {
        ArrayNode weights = node.putArray("weights");
        ArrayNode biases = node.putArray("biases");
        for (int l = 0; l < network.depth(); l++) {
            weights.add(rows(network.weights(l), network.layers().get(l)));
            double[] layer = network.biases(l);
            biases.add(rows(layer, layer.length).get(0));
        }
    }

    /** Step 0 of a specification that nobody has made a run of: the specification, its data, and the frame's JSON as it is. */
    public static ObjectNode preview(Run run, byte[] frame) {
        ObjectNode node = NODES.objectNode();
        node.set("spec", RunSpecWriter.write(run.spec()));
        node.set("data", data(run.data(), run.spec().data(), DRAWN));
        node.set("frame", Json.tree(frame));
        return node;
    }

    /** A problem document (RFC 9457). */
    public static ObjectNode problem(int status, String title, String detail, List<Problem> problems) {
        ObjectNode node = NODES.objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!problems.isEmpty()) {
            ArrayNode errors = node.putArray("errors");
            problems.forEach(p -> errors.addObject().put("pointer", p.pointer()).put("detail", p.detail()));
        }
        return node;
    }
}
