package downhill.json;

import downhill.insight.Frame;
import downhill.insight.FrameSummary;
import downhill.insight.FrameSummary.Measure;
import downhill.insight.Scores;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** Writes frames: exactly, or rounded to significant digits for drawing. */
public final class FrameWriter {
    private final JsonGenerator out;
    private final Rounding rounding;

    private FrameWriter(JsonGenerator out, int digits) {
        this.out = out;
        this.rounding = new Rounding(digits);
    }

    /** The frame's JSON in UTF-8; digits 0 for numbers that parse back to the very same double. */
    public static byte[] write(Frame frame, int digits) {
        var bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
            new FrameWriter(out, digits).frame(frame);
        }
        return bytes.toByteArray();
    }

    /** The summary's JSON in UTF-8. */
    public static byte[] write(FrameSummary summary, int digits) {
        var bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
            new FrameWriter(out, digits).summary(summary);
        }
        return bytes.toByteArray();
    }

    private void frame(Frame f) {
        out.writeStartObject();
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
        out.writeEndObject();
    }

    private void summary(FrameSummary s) {
        out.writeStartObject();
        head(s.step(), s.epoch(), s.cost(), s.penalty(), s.scores(), s.example(), s.batch());
        rows("preActivations", s.pass().preActivations());
        rows("activations", s.pass().activations());
        rows("deltas", s.pass().deltas());
        out.writeArrayPropertyStart("layers");
        for (FrameSummary.Layer layer : s.layers()) {
            out.writeStartObject();
            measure("weights", layer.weights());
            measure("weightGradients", layer.weightGradients());
            measure("weightUpdates", layer.weightUpdates());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void measure(String name, Measure m) {
        out.writeObjectPropertyStart(name);
        number("norm", m.norm());
        number("low", m.low());
        number("high", m.high());
        out.writeArrayPropertyStart("counts");
        for (int count : m.counts()) {
            out.writeNumber(count);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void head(int step, int epoch, double cost, double penalty, Scores scores, int example, int[] batch) {
        out.writeNumberProperty("step", step);
        out.writeNumberProperty("epoch", epoch);
        number("cost", cost);
        number("penalty", penalty);
        optional("trainCost", scores.trainCost());
        optional("testCost", scores.testCost());
        optional("accuracy", scores.accuracy());
        optional("testAccuracy", scores.testAccuracy());
        out.writeNumberProperty("example", example);
        out.writeArrayPropertyStart("batch");
        for (int e : batch) {
            out.writeNumber(e);
        }
        out.writeEndArray();
    }

    private void number(String name, double value) {
        out.writeNumberProperty(name, rounding.of(value));
    }

    private void optional(String name, OptionalDouble value) {
        if (value.isPresent()) {
            number(name, value.getAsDouble());
        } else {
            out.writeNullProperty(name);
        }
    }

    private void rows(String name, double[][] rows) {
        out.writeArrayPropertyStart(name);
        for (double[] row : rows) {
            row(row, 0, row.length);
        }
        out.writeEndArray();
    }

    private void matrices(String name, double[][] matrices, List<Integer> layers) {
        out.writeArrayPropertyStart(name);
        for (int l = 0; l < matrices.length; l++) {
            int width = layers.get(l);
            out.writeStartArray();
            for (int start = 0; start < matrices[l].length; start += width) {
                row(matrices[l], start, width);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private void row(double[] values, int start, int count) {
        out.writeStartArray();
        for (int i = start; i < start + count; i++) {
            out.writeNumber(rounding.of(values[i]));
        }
        out.writeEndArray();
    }
}
