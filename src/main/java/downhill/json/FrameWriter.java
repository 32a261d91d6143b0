package downhill.json;

import downhill.insight.Excerpt;
import downhill.insight.Frame;
import downhill.insight.FrameSummary;
import downhill.insight.FrameSummary.Measure;
import downhill.insight.Scores;
import downhill.json.form.JsonBuffer;
import downhill.json.form.Rounding;
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
        parameters(f.state(), f.layers());
        pass(f.pass());
        changes(f.state(), f.layers());
        out.close('}');
    }

    private void parameters(Frame.State state, List<Integer> layers) {
        matrices("weights", state.weights(), layers);
        rows("biases", state.biases());
    }

    private void pass(Frame.Pass pass) {
        rows("preActivations", pass.preActivations());
        rows("activations", pass.activations());
        rows("deltas", pass.deltas());
    }

    private void changes(Frame.State state, List<Integer> layers) {
        matrices("weightGradients", state.weightGradients(), layers);
        rows("biasGradients", state.biasGradients());
        matrices("weightUpdates", state.weightUpdates(), layers);
        rows("biasUpdates", state.biasUpdates());
    }

    private void summary(FrameSummary s) {
        out.open('{');
        head(s.step(), s.epoch(), s.cost(), s.penalty(), s.scores(), s.example(), s.batch());
        pass(s.pass());
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
        s.excerpt().ifPresent(this::excerpt);
        out.close('}');
    }

    private void excerpt(Excerpt e) {
        out.name("excerpt");
        out.open('{');
        out.name("neurons");
        out.open('[');
        for (List<Integer> layer : e.neurons()) {
            out.open('[');
            layer.forEach(out::whole);
            out.close(']');
        }
        out.close(']');
        parameters(e.state(), e.layers());
        changes(e.state(), e.layers());
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

    /** Writes a number; null means one that was not computed, or an infinite one, which JSON cannot write. */
    private void optional(String name, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
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
