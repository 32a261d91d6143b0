package downhill.export;

import downhill.net.Network;

/** A network's weights and biases as the text of a Python program, exact to the last digit. */
public final class WeightText {
    private WeightText() {}

    /** Lists {@code W} and {@code b} of NumPy arrays: W[l][j, k] is the weight from neuron k of layer l to neuron j of layer l+1. */
    public static String numPy(Network network, int step) {
        var text = new StringBuilder("\"\"\"The weights and biases of the network at step " + step
                + ".\n\nW[l][j, k] is the weight from neuron k of layer l to neuron j of layer l + 1; layer 0 is the input.\n\"\"\"\n"
                + "import numpy as np\n\nW = [\n");
        for (int l = 0; l < network.depth(); l++) {
            text.append("    np.array([\n").append(rows(network, l)).append("    ]),\n");
        }
        text.append("]\nb = [\n");
        for (int l = 0; l < network.depth(); l++) {
            text.append("    np.array([").append(biases(network, l)).append("]),\n");
        }
        return text.append("]\n").toString();
    }

    /** A {@code state_dict} for a {@code torch.nn.Sequential} of linear layers, with one activation after each. */
    public static String pyTorch(Network network, int step) {
        var text = new StringBuilder("\"\"\"The weights and biases of the network at step " + step
                + ", as the state_dict of a torch.nn.Sequential.\n\nIts parts 0, 2, 4, ... are nn.Linear layers of float64,"
                + " with the activation of each layer after it:\nmodel.double().load_state_dict(state_dict)\n\"\"\"\n"
                + "from collections import OrderedDict\n\nimport torch\n\nstate_dict = OrderedDict([\n");
        for (int l = 0; l < network.depth(); l++) {
            text.append("    (\"").append(2 * l).append(".weight\", torch.tensor([\n");
            text.append(rows(network, l)).append("    ], dtype=torch.float64)),\n");
            text.append("    (\"").append(2 * l).append(".bias\", torch.tensor([");
            text.append(biases(network, l)).append("], dtype=torch.float64)),\n");
        }
        return text.append("])\n").toString();
    }

    private static String rows(Network network, int l) {
        return Literals.rows(network.weights(l), network.layers().get(l), '[', ']', "        ");
    }

    private static String biases(Network network, int l) {
        double[] biases = network.biases(l);
        return Literals.list(biases, 0, biases.length, "        ");
    }
}
