package downhill.insight;

import downhill.train.step.Run;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** 500 digits that people wrote; {@code digits/README.md} names their source. */
public final class RealDigits {
    private static final int COUNT = 500;
    private static final int PIXELS = 784;

    private RealDigits() {}

    /** The share of them that a network of 784 inputs and ten outputs reads correctly. */
    public static double readBy(Run run) throws IOException {
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
        return right / (double) COUNT;
    }

    private static byte[] unpacked(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(RealDigits.class.getResourceAsStream("/digits/" + name + ".idx.gz")))) {
            return in.readAllBytes();
        }
    }

    private static int largest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }
}
