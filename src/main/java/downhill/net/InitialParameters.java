package downhill.net;

import downhill.math.Rng;
import downhill.net.NetworkSpec.Given;
import java.util.BitSet;
import java.util.List;

/**
 * The weights and biases that a network starts with.
 *
 * <p>Drawn layer by layer: a layer's weights row by row, then its biases if they are drawn. A weight that does not exist
 * takes its draw too, so that cutting a layer into groups leaves the other weights as they were.
 */
final class InitialParameters {
    private final NetworkSpec spec;
    private final Shape shape;
    private final BitSet missing;
    private final Rng rng;
    private final double[] parameters;

    private InitialParameters(NetworkSpec spec, Shape shape, long seed) {
        this.spec = spec;
        this.shape = shape;
        this.missing = Connections.missing(spec.groups(), shape);
        this.rng = Rng.of(seed, Rng.Stream.WEIGHTS);
        this.parameters = new double[shape.parameters()];
    }

    static double[] of(NetworkSpec spec, Shape shape, long seed) {
        var initial = new InitialParameters(spec, shape, seed);
        spec.given().ifPresentOrElse(initial::copy, initial::draw);
        initial.missing.stream().forEach(place -> initial.parameters[place] = 0);
        return initial.parameters;
    }

    private void draw() {
        for (int l = 0; l < shape.depth(); l++) {
            Initializer initializer = spec.initializer().into(spec.activations().get(l));
            int[] fanIn = new int[shape.width(l + 1)];
            int[] fanOut = new int[shape.width(l)];
            countConnections(l, fanIn, fanOut);
            for (int j = 0; j < fanIn.length; j++) {
                for (int k = 0; k < fanOut.length; k++) {
                    parameters[shape.weight(l, j, k)] = initializer.draw(rng, fanIn[j], fanOut[k]);
                }
            }
            if (initializer.biases()) {
                for (int j = 0; j < fanIn.length; j++) {
                    parameters[shape.bias(l, j)] = initializer.draw(rng, fanIn[j], fanIn.length);
                }
            }
        }
    }

    /** Counts the weights into each upper and out of each lower neuron. */
    private void countConnections(int l, int[] fanIn, int[] fanOut) {
        for (int j = 0; j < fanIn.length; j++) {
            for (int k = 0; k < fanOut.length; k++) {
                if (!missing.get(shape.weight(l, j, k))) {
                    fanIn[j]++;
                    fanOut[k]++;
                }
            }
        }
    }

    private void copy(Given given) {
        for (int l = 0; l < shape.depth(); l++) {
            for (int j = 0; j < shape.width(l + 1); j++) {
                List<Double> row = given.weights().get(l).get(j);
                for (int k = 0; k < shape.width(l); k++) {
                    parameters[shape.weight(l, j, k)] = row.get(k);
                }
                parameters[shape.bias(l, j)] = given.biases().get(l).get(j);
            }
        }
    }
}
