package downhill.web.card;

import downhill.data.Dataset;
import downhill.data.Dataset.Task;
import downhill.insight.Predictions;
import downhill.train.step.Run;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer of a network with two inputs everywhere in the plane, and its training examples on it. */
record MapPicture(Run run) implements Picture {
    /** The pixels between two points where the network is asked. */
    private static final int CELL = 5;

    private static final double MARGIN = 1.25;

    @Override
    public String caption() {
        return "A network after " + String.format(Locale.ROOT, "%,d", run.step()) + " training steps";
    }

    @Override
    public void draw(Graphics2D g, int width, int height) {
        Dataset data = run.data();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < data.inputs().length; i++) {
            low[i % 2] = Math.min(low[i % 2], data.inputs()[i]);
            high[i % 2] = Math.max(high[i % 2], data.inputs()[i]);
        }
        double unit = Math.min(
                width / (MARGIN * Math.max(1e-6, high[0] - low[0])),
                height / (MARGIN * Math.max(1e-6, high[1] - low[1])));
        double left = (low[0] + high[0]) / 2 - width / unit / 2;
        double top = (low[1] + high[1]) / 2 + height / unit / 2;
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(answers(width, height, left, top, unit), 0, 0, width, height, null);
        double radius = data.size() <= 8 ? 22 : 8;
        for (int e = 0; e < data.size(); e++) {
            double x = (data.inputs()[2 * e] - left) * unit;
            double y = (top - data.inputs()[2 * e + 1]) * unit;
            g.setColor(Palette.DOT_EDGE.colour());
            g.fill(circle(x, y, radius + radius / 5));
            g.setColor((share(data.targets()[e]) > 0.5 ? Palette.DOT_POSITIVE : Palette.DOT_NEGATIVE).colour());
            g.fill(circle(x, y, radius));
        }
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private BufferedImage answers(int width, int height, double left, double top, double unit) {
        int columns = width / CELL;
        int rows = height / CELL;
        List<List<Double>> points = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = left + (column + 0.5) * width / columns / unit;
                double y = top - (row + 0.5) * height / rows / unit;
                points.add(List.of(x, y));
            }
        }
        double[][] outputs = Predictions.of(run, points, () -> {}).outputs();
        var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < outputs.length; i++) {
            double lean = 2 * share(outputs[i][0]) - 1;
            Palette end = lean > 0 ? Palette.MAP_POSITIVE : Palette.MAP_NEGATIVE;
            image.setRGB(i % columns, i / columns, Palette.MAP_MIDDLE.towards(end, Math.abs(lean)));
        }
        return image;
    }

    /** An answer between the two targets, as 0 to 1. */
    private double share(double answer) {
        return run.data().task() instanceof Task.TwoTargets(double low, double high)
                ? (answer - low) / (high - low)
                : answer;
    }
}
