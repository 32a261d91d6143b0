package downhill.web.card;

import downhill.insight.Predictions;
import downhill.train.step.Run;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A small network as the site draws it: weights as lines, blue above 0 and orange below, and the neurons filled by their activations. */
record NetworkPicture(Run run) implements Picture {
    private static final double NEURON = 44;
    private static final double MARGIN = 110;
    private static final float MOST_WIDTH = 22;
    private static final float LEAST_WIDTH = 3;

    @Override
    public String caption() {
        return "A network after " + String.format(Locale.ROOT, "%,d", run.step()) + " training steps";
    }

    @Override
    public void draw(Graphics2D g, int width, int height) {
        g.setColor(Palette.PLATE.colour());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        List<Integer> layers = run.network().layers();
        double most = 1e-9;
        for (int l = 0; l < layers.size() - 1; l++) {
            most = Math.max(
                    most, Arrays.stream(run.weights(l)).map(Math::abs).max().orElse(0));
        }
        for (int l = 0; l < layers.size() - 1; l++) {
            for (int j = 0; j < layers.get(l + 1); j++) {
                for (int k = 0; k < layers.get(l); k++) {
                    drawWeight(
                            g,
                            run.network().weight(l, j, k) / most,
                            place(l, k, width, height),
                            place(l + 1, j, width, height));
                }
            }
        }
        double[][] activations = activations();
        for (int l = 0; l < layers.size(); l++) {
            for (int j = 0; j < layers.get(l); j++) {
                drawNeuron(g, Math.abs(activations[l][j]), place(l, j, width, height), radius(height));
            }
        }
    }

    /** The activations of the first example. */
    private double[][] activations() {
        List<Double> first = Arrays.stream(run.data().inputs())
                .limit(run.data().inputWidth())
                .boxed()
                .toList();
        return Predictions.of(run, List.of(first), () -> {}).activations()[0];
    }

    private static void drawWeight(Graphics2D g, double size, double[] from, double[] to) {
        g.setColor((size > 0 ? Palette.POSITIVE : size < 0 ? Palette.NEGATIVE : Palette.NEUTRAL).colour());
        g.setStroke(new BasicStroke((float) (LEAST_WIDTH + (MOST_WIDTH - LEAST_WIDTH) * Math.abs(size))));
        g.draw(new Line2D.Double(from[0], from[1], to[0], to[1]));
    }

    private static void drawNeuron(Graphics2D g, double activation, double[] at, double radius) {
        g.setColor(Palette.INK.colour());
        g.fill(circle(at, radius + 4));
        g.setColor(new Color(Palette.PLATE.towards(Palette.INK, activation)));
        g.fill(circle(at, radius));
    }

    private static Ellipse2D circle(double[] at, double radius) {
        return new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
    }

    private double radius(int height) {
        int most = run.network().layers().stream().max(Integer::compare).orElse(1);
        return Math.min(NEURON, (height - MARGIN) / most / 2.6);
    }

    private double[] place(int layer, int neuron, int width, int height) {
        int layers = run.network().layers().size();
        int neurons = run.network().layers().get(layer);
        double x = MARGIN + (width - 2 * MARGIN) * layer / Math.max(1, layers - 1);
        double gap = Math.min(210, (height - MARGIN) / Math.max(1.0, neurons));
        return new double[] {x, height / 2.0 + gap * (neuron - (neurons - 1) / 2.0)};
    }
}
