package downhill.net;

import java.util.List;

/**
 * The widths of a network's layers, and where each weight and bias stands in one flat array of all parameters: the weights
 * layer after layer, in each those that leave its first neuron, then its second, and so on; then the biases layer after
 * layer. What leaves an input that is zero is passed over at one stroke.
 *
 * <p>Layer l of weights leads from neurons of layer l to neurons of layer l+1; layer 0 of neurons is the input.
 */
public final class Shape {
    private final int[] widths;
    private final int[] weightsAt;
    private final int[] biasesAt;

    /**
     * The shape with these widths.
     *
     * @param widths neurons in each layer, the input first; at least two layers, none empty
     */
    public Shape(List<Integer> widths) {
        this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
        int depth = this.widths.length - 1;
        weightsAt = new int[depth + 1];
        biasesAt = new int[depth + 1];
        for (int l = 0; l < depth; l++) {
            weightsAt[l + 1] = Math.addExact(weightsAt[l], Math.multiplyExact(this.widths[l], this.widths[l + 1]));
        }
        biasesAt[0] = weightsAt[depth];
        for (int l = 0; l < depth; l++) {
            biasesAt[l + 1] = Math.addExact(biasesAt[l], this.widths[l + 1]);
        }
    }

    /** How many layers of weights there are. */
    public int depth() {
        return widths.length - 1;
    }

    /** How many neurons layer l has; layer 0 is the input. */
    public int width(int l) {
        return widths[l];
    }

    /** The number of outputs. */
    public int outputs() {
        return widths[widths.length - 1];
    }

    /** Where the weights of layer l begin; those of layer l+1, or else the biases, follow. */
    public int weightsAt(int l) {
        return weightsAt[l];
    }

    /** Where the biases of the neurons of layer l+1 begin. */
    public int biasesAt(int l) {
        return biasesAt[l];
    }

    /** Where the weight from neuron k of layer l to neuron j of layer l+1 stands. */
    public int weight(int l, int j, int k) {
        return weightsAt[l] + k * widths[l + 1] + j;
    }

    /** Where the bias of neuron j of layer l+1 stands. */
    public int bias(int l, int j) {
        return biasesAt[l] + j;
    }

    /** The number of all weights; the biases stand from here on. */
    public int weights() {
        return biasesAt[0];
    }

    /** The number of all weights and biases. */
    public int parameters() {
        return biasesAt[biasesAt.length - 1];
    }

    /** The layer of the parameter that stands at this place. */
    public int layerOf(int place) {
        int[] starts = place < weights() ? weightsAt : biasesAt;
        int l = 0;
        while (place >= starts[l + 1]) {
            l++;
        }
        return l;
    }
}
