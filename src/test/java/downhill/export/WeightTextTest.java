package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.json.RunSpecReader;
import downhill.net.Network;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WeightTextTest {
    private static final Network NETWORK = network("""
            {"data": {"name": "xor"}, "network": {"layers": [2, 2, 1],
             "weights": [[[0.1, -0.25], [1e-7, 3]], [[0.5, 2]]], "biases": [[0.125, 0], [-1]]}}""");

    private static Network network(String json) {
        var spec = RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8));
        return Network.initial(spec.network(), spec.seed());
    }

    @Test
    void numPyHasOneArrayForEachLayer() {
        assertThat(WeightText.numPy(NETWORK, 7)).contains("at step 7").endsWith("""
                W = [
                    np.array([
                        [0.1, -0.25],
                        [1.0E-7, 3.0],
                    ]),
                    np.array([
                        [0.5, 2.0],
                    ]),
                ]
                b = [
                    np.array([0.125, 0.0]),
                    np.array([-1.0]),
                ]
                """);
    }

    @Test
    void pyTorchNamesTheLinearLayersOfASequence() {
        assertThat(WeightText.pyTorch(NETWORK, 7)).endsWith("""
                state_dict = OrderedDict([
                    ("0.weight", torch.tensor([
                        [0.1, -0.25],
                        [1.0E-7, 3.0],
                    ], dtype=torch.float64)),
                    ("0.bias", torch.tensor([0.125, 0.0], dtype=torch.float64)),
                    ("2.weight", torch.tensor([
                        [0.5, 2.0],
                    ], dtype=torch.float64)),
                    ("2.bias", torch.tensor([-1.0], dtype=torch.float64)),
                ])
                """);
    }
}
