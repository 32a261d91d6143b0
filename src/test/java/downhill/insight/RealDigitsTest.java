package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.step.Run;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Digits that people wrote, read by a network that has seen only those that the product writes. */
class RealDigitsTest {
    private static final int COUNT = 500;
    private static final int PIXELS = 784;
    private static final String SPEC = """
            {"seed": 1, "data": {"name": "digits", "count": 10000, "testShare": 0},
             "network": {"layers": [784, 100, 10], "activations": ["relu", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 50, "shuffle": true}, "optimizer": {"name": "adam", "learningRate": 0.002}}""";

    @Test
    void aNetworkThatLearnedFromWrittenDigitsReadsPeoplesDigits() throws IOException {
        Run run = Histories.of(SPEC, 1_000).newest();
        byte[] images = unpacked("images");
        byte[] labels = unpacked("labels");
        List<List<Double>> pictures = IntStream.range(0, COUNT)
                .mapToObj(e -> IntStream.range(0, PIXELS)
                        .mapToObj(i -> (images[16 + e * PIXELS + i] & 255) / 255.0)
                        .toList())
                .toList();
        double[][] outputs = Predictions.of(run, pictures, () -> {}).outputs();
        long right = IntStream.range(0, COUNT)
                .filter(e -> largest(outputs[e]) == labels[8 + e])
                .count();
        assertThat(right / (double) COUNT).isGreaterThan(0.91);
    }

    private static byte[] unpacked(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(RealDigitsTest.class.getResourceAsStream("/digits/" + name + ".idx.gz")))) {
            return in.readAllBytes();
        }
    }

    private static int largest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }
}
