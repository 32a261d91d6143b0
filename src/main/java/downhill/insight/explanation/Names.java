package downhill.insight.explanation;

import downhill.data.DataSpec;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.step.Run;
import java.util.List;

/** The names of a network's parts; the figures use the same ones. */
public final class Names {
    private final List<Integer> layers;
    private final List<String> inputs;
    private final boolean isOfDigits;

    public Names(Run run) {
        layers = run.network().layers();
        inputs = run.data().inputNames();
        isOfDigits = switch (run.spec().data()) {
            case DataSpec.Drawn drawn -> true;
            case DataSpec.BuiltIn set -> set.name().equals("digits");
            default -> false;
        };
    }

    /** Neuron j of a layer; layer 0 is the input. */
    public String neuron(int layer, int j) {
        int last = layers.size() - 1;
        if (layer == 0) {
            String name = j < inputs.size() ? inputs.get(j) : Integer.toString(j + 1);
            return name.startsWith("input") ? name : "input " + name;
        }
        if (layer == last) {
            return layers.get(last) == 1 ? "the output" : isOfDigits ? "the output for " + j : "output " + (j + 1);
        }
        return last == 2 ? "hidden neuron " + (j + 1) : "neuron " + (j + 1) + " of hidden layer " + layer;
    }

    public String parameter(Parameter parameter) {
        return switch (parameter) {
            case Weight at -> "the weight " + weight(at);
            case Bias at -> "the bias of " + neuron(at.l() + 1, at.j());
        };
    }

    public String weight(Weight at) {
        return "from " + neuron(at.l(), at.k()) + " to " + neuron(at.l() + 1, at.j());
    }

    /** A layer of neurons; 0 is the input. */
    public String layer(int layer) {
        int last = layers.size() - 1;
        return layer == 0
                ? "the input"
                : layer == last ? "the output layer" : last == 2 ? "the hidden layer" : "hidden layer " + layer;
    }
}
