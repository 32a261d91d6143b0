package downhill.net;

import java.util.List;

/**
 * The widths of a network's layers, and the place of each weight and bias in one flat array of all parameters: the weights layer after layer, in each
 * those that leave its first neuron, then its second, and so on; then the biases layer after layer. A product can pass over the weights of an input
 * that is zero at one stroke.
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

    /** The number of layers of weights. */
    public int depth() {
        return widths.length - 1;
    }

    /** The number of neurons of layer l; layer 0 is the input. */
    public int width(int l) {
        return widths[l];
    }

    /** The number of outputs. */
    public int outputs() {
        return widths[widths.length - 1];
    }

    /** The place of the first weight of layer l; those of layer l+1, or else the biases, follow. */
    public int weightsAt(int l) {
        return weightsAt[l];
    }

    /** The place of the first bias of layer l+1. */
    public int biasesAt(int l) {
        return biasesAt[l];
    }

    /** The place of the weight from neuron k of layer l to neuron j of layer l+1. */
    public int weight(int l, int j, int k) {
        return weightsAt[l] + k * widths[l + 1] + j;
    }

    /** The place of the bias of neuron j of layer l+1. */
    public int bias(int l, int j) {
        return biasesAt[l] + j;
    }

    /** The number of all weights; the biases follow them. */
    public int weights() {
        return biasesAt[0];
    }

    /** The number of all weights and biases. */
    public int parameters() {
        return biasesAt[biasesAt.length - 1];
    }

    /** The layer of the parameter at this place. */
    public int layerOf(int place) {
        int[] starts = place < weights() ? weightsAt : biasesAt;
        int l = 0;
        while (place >= starts[l + 1]) {
            l++;
        }
        return l;
    }
}
