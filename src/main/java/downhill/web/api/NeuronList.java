package downhill.web.api;

import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.web.http.Requests;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Some neurons of each layer, as a query names them: numbers with commas between them, and between the layers, the input first,
 * a tilde: {@code 0,1~5,15,25~0}.
 */
public final class NeuronList {
    private static final String NAME = "neurons";
    private static final String FORM = "\\d{1,9}(,\\d{1,9})*(~\\d{1,9}(,\\d{1,9})*)*";

    /** The weights between them are at most as many as those of a frame that is sent whole. */
    private static final long MOST_WEIGHTS = 5000;

    private NeuronList() {}

    /** The neurons of each layer that a request asks for; none if it asks for none. */
    static List<List<Integer>> of(Context ctx, LiveRun run) {
        String text = ctx.queryParam(NAME);
        return text == null
                ? List.of()
                : parse(text, run.read(h -> h.newest().network().layers()));
    }

    /** The neurons in a text, of a network of these layers; BadInputException if it has no such neurons, or they are too many. */
    static List<List<Integer>> parse(String text, List<Integer> layers) {
        if (!text.matches(FORM)) {
            throw Requests.bad(
                    Kind.SHAPE, NAME, "Neurons are expected, each layer’s with commas, and a ~ between layers.");
        }
        String[] parts = text.split("~", -1);
        if (parts.length != layers.size()) {
            throw Requests.bad(
                    Kind.VALUE,
                    NAME,
                    "This network has " + layers.size() + " layers, and here are " + parts.length + ".");
        }
        List<List<Integer>> neurons = new ArrayList<>();
        long weights = 0;
        for (int l = 0; l < parts.length; l++) {
            neurons.add(layer(parts[l], l, layers.get(l)));
            weights += l == 0
                    ? 0
                    : (long) neurons.get(l).size() * neurons.get(l - 1).size();
        }
        if (weights > MOST_WEIGHTS) {
            throw Requests.bad(
                    Kind.VALUE,
                    NAME,
                    "Between these neurons are " + weights + " weights; at most " + MOST_WEIGHTS + " are allowed.");
        }
        return List.copyOf(neurons);
    }

    private static List<Integer> layer(String text, int layer, int width) {
        List<Integer> neurons = new ArrayList<>();
        for (String number : text.split(",", -1)) {
            int j = Integer.parseInt(number);
            if (j >= width) {
                throw Requests.bad(
                        Kind.VALUE,
                        NAME,
                        "Layer " + layer + " has no neuron " + j + ": 0 to " + (width - 1) + " are allowed.");
            }
            neurons.add(j);
        }
        return List.copyOf(neurons);
    }
}
