package downhill.json;

import downhill.insight.Frame;
import downhill.insight.FrameSummary;
import downhill.insight.FrameSummary.Measure;
import downhill.insight.Scores;
import java.util.List;
import java.util.OptionalDouble;

/** Writes frames: exactly, or rounded to significant digits for drawing. */
public final class FrameWriter {
    private final JsonBuffer out = new JsonBuffer();
    private final Rounding rounding;

    private FrameWriter(int digits) {
        this.rounding = new Rounding(digits);
    }

    /** The frame's JSON in UTF-8; digits 0 for numbers that parse back to the very same double. */
    public static byte[] write(Frame frame, int digits) {
        var writer = new FrameWriter(digits);
        writer.frame(frame);
        return writer.out.toBytes();
    }

    /** The summary's JSON in UTF-8. */
    public static byte[] write(FrameSummary summary, int digits) {
        var writer = new FrameWriter(digits);
        writer.summary(summary);
        return writer.out.toBytes();
    }

    private void frame(Frame f) {
        out.open('{');
        head(f.step(), f.epoch(), f.cost(), f.penalty(), f.scores(), f.example(), f.batch());
        Frame.State state = f.state();
        matrices("weights", state.weights(), f.layers());
        rows("biases", state.biases());
        rows("preActivations", f.pass().preActivations());
        rows("activations", f.pass().activations());
        rows("deltas", f.pass().deltas());
        matrices("weightGradients", state.weightGradients(), f.layers());
        rows("biasGradients", state.biasGradients());
        matrices("weightUpdates", state.weightUpdates(), f.layers());
        rows("biasUpdates", state.biasUpdates());
        out.close('}');
    }

    private void summary(FrameSummary s) {
        out.open('{');
        head(s.step(), s.epoch(), s.cost(), s.penalty(), s.scores(), s.example(), s.batch());
        rows("preActivations", s.pass().preActivations());
        rows("activations", s.pass().activations());
        rows("deltas", s.pass().deltas());
        out.name("layers");
        out.open('[');
        for (FrameSummary.Layer layer : s.layers()) {
            out.open('{');
            measure("weights", layer.weights());
            measure("weightGradients", layer.weightGradients());
            measure("weightUpdates", layer.weightUpdates());
            out.close('}');
        }
        out.close(']');
        out.close('}');
    }

    private void measure(String name, Measure m) {
        out.name(name);
        out.open('{');
        number("norm", m.norm());
        number("low", m.low());
        number("high", m.high());
        out.name("counts");
        out.open('[');
        for (int count : m.counts()) {
            out.whole(count);
        }
        out.close(']');
        out.close('}');
    }

    private void head(int step, int epoch, double cost, double penalty, Scores scores, int example, int[] batch) {
        whole("step", step);
        whole("epoch", epoch);
        number("cost", cost);
        number("penalty", penalty);
        optional("trainCost", scores.trainCost());
        optional("testCost", scores.testCost());
        optional("accuracy", scores.accuracy());
        optional("testAccuracy", scores.testAccuracy());
        whole("example", example);
        out.name("batch");
        out.open('[');
        for (int e : batch) {
            out.whole(e);
        }
        out.close(']');
    }

    private void whole(String name, int value) {
        out.name(name);
        out.whole(value);
    }

    private void number(String name, double value) {
        out.name(name);
        rounding.write(value, out);
    }

    private void optional(String name, OptionalDouble value) {
        if (value.isPresent()) {
            number(name, value.getAsDouble());
        } else {
            out.name(name);
            out.literal("null");
        }
    }

    private void rows(String name, double[][] rows) {
        out.name(name);
        out.open('[');
        for (double[] row : rows) {
            row(row, 0, row.length);
        }
        out.close(']');
    }

    private void matrices(String name, double[][] matrices, List<Integer> layers) {
        out.name(name);
        out.open('[');
        for (int l = 0; l < matrices.length; l++) {
            int width = layers.get(l);
            out.open('[');
            for (int start = 0; start < matrices[l].length; start += width) {
                row(matrices[l], start, width);
            }
            out.close(']');
        }
        out.close(']');
    }

    private void row(double[] values, int start, int count) {
        out.open('[');
        for (int i = start; i < start + count; i++) {
            rounding.write(values[i], out);
        }
        out.close(']');
    }
}
