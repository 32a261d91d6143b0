package downhill.json;

import downhill.insight.GradientCheck;
import downhill.insight.NeuronView;
import downhill.insight.Nudge;
import downhill.insight.OptimizerView;
import downhill.insight.Predictions;
import downhill.insight.UpdateEffect;
import downhill.json.form.Json;
import downhill.json.form.Rounding;
import downhill.net.Parameter.Weight;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.step.Probe;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of what the instruments find, in UTF-8. */
public final class InstrumentJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private InstrumentJson() {}

    public static byte[] nudge(Nudge nudge) {
        ObjectNode node = NODES.objectNode();
        node.putObject("cost").put("at", nudge.at()).put("plus", nudge.plus()).put("minus", nudge.minus());
        node.putObject("quotients").put("forward", nudge.forward()).put("central", nudge.central());
        return Json.bytes(node.put("gradient", nudge.gradient()));
    }

    public static byte[] updateEffect(UpdateEffect updateEffect) {
        ObjectNode node = NODES.objectNode();
        node.putObject("cost")
                .put("before", updateEffect.before())
                .put("after", updateEffect.after())
                .put("predicted", updateEffect.predicted());
        updateEffect
                .all()
                .ifPresent(
                        all -> node.putObject("all").put("before", all.before()).put("after", all.after()));
        rows(node.putArray("preActivations"), updateEffect.pass().preActivations());
        rows(node.putArray("activations"), updateEffect.pass().activations());
        return Json.bytes(node);
    }

    public static byte[] optimizer(OptimizerView view) {
        ObjectNode node = NODES.objectNode().put("step", view.step());
        node.set("optimizer", OptimizerJson.write(view.optimizer()));
        ArrayNode moments = node.putArray("moments");
        for (PerParameter moment : view.moments()) {
            ObjectNode one = moments.addObject();
            ArrayNode weights = one.putArray("weights");
            ArrayNode biases = one.putArray("biases");
            for (int l = 0; l < view.shape().depth(); l++) {
                layer(weights.addArray(), moment, view.shape(), l);
                biases.add(row(moment.copyOfBiases(l)));
            }
        }
        return Json.bytes(node);
    }

    private static void layer(ArrayNode rows, PerParameter numbers, Shape shape, int l) {
        for (int j = 0; j < shape.width(l + 1); j++) {
            ArrayNode row = rows.addArray();
            for (int k = 0; k < shape.width(l); k++) {
                row.add(numbers.weight(l, j, k));
            }
        }
    }

    public static byte[] predictions(Predictions predictions) {
        ObjectNode node = NODES.objectNode();
        ArrayNode outputs = node.putArray("outputs");
        for (double[] output : predictions.outputs()) {
            outputs.add(row(output));
        }
        ArrayNode activations = node.putArray("activations");
        for (double[][] layers : predictions.activations()) {
            ArrayNode input = activations.addArray();
            for (double[] layer : layers) {
                input.add(row(layer));
            }
        }
        return Json.bytes(node);
    }

    /** One neuron; digits as in {@link FrameWriter} for its rows of weights. */
    public static byte[] neuron(NeuronView view, int digits) {
        Rounding rounding = new Rounding(digits);
        ObjectNode node = NODES.objectNode()
                .put("step", view.step())
                .put("layer", view.layer())
                .put("neuron", view.neuron());
        node.set("weights", row(rounding.rounded(view.incoming().weights())));
        node.put("bias", view.incoming().bias());
        node.set("weightGradients", row(rounding.rounded(view.gradients().weights())));
        node.put("biasGradient", view.gradients().bias());
        node.set("weightUpdates", row(rounding.rounded(view.updates().weights())));
        node.put("biasUpdate", view.updates().bias());
        node.set("outgoingWeights", row(rounding.rounded(view.outgoing())));
        NeuronView.Reaction reaction = view.reaction();
        node.put("example", reaction.example());
        node.put("preActivation", reaction.preActivation());
        node.put("activation", reaction.activation());
        node.put("delta", reaction.delta());
        return Json.bytes(node);
    }

    public static byte[] shares(Probe.Shares shares) {
        ObjectNode node = NODES.objectNode();
        ArrayNode examples = node.putArray("examples");
        for (int e = 0; e < shares.examples().length; e++) {
            examples.addObject().put("example", shares.examples()[e]).put("gradient", shares.gradients()[e]);
        }
        return Json.bytes(node.put("reduced", shares.reduced()));
    }

    public static byte[] check(GradientCheck check) {
        ObjectNode node = NODES.objectNode();
        ArrayNode weights = node.putArray("weights");
        for (GradientCheck.Tried tried : check.weights()) {
            ObjectNode weight = weights.addObject();
            Weight at = tried.at();
            weight.putArray("at").add(at.l()).add(at.j()).add(at.k());
            weight.put("backpropagation", tried.backpropagation());
            weight.put("difference", tried.difference());
            weight.put("relativeError", tried.relativeError());
        }
        node.put("largestRelativeError", check.largestRelativeError());
        effort(node.putObject("backpropagation"), check.backpropagation());
        effort(node.putObject("differences"), check.differences()).put("extrapolated", check.extrapolated());
        return Json.bytes(node);
    }

    private static ObjectNode effort(ObjectNode node, GradientCheck.Effort effort) {
        return node.put("passes", effort.passes()).put("milliseconds", effort.milliseconds());
    }

    private static void rows(ArrayNode node, double[][] rows) {
        for (double[] row : rows) {
            node.add(row(row));
        }
    }

    private static ArrayNode row(double[] numbers) {
        ArrayNode row = NODES.arrayNode();
        for (double number : numbers) {
            row.add(number);
        }
        return row;
    }
}
