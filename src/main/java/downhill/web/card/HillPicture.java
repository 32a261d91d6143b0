package downhill.web.card;

import downhill.descent.HillInfo;
import downhill.descent.HillInfo.Interval;
import downhill.descent.HillPath;
import downhill.descent.Hills;
import downhill.descent.Optimizer;
import downhill.descent.rule.Sgd;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A hill with a descent on it: from the side where it has one coordinate, as a map with contours where it has two. */
record HillPicture(HillInfo hill, HillPath path, String caption) implements Picture {
    private static final int LEVELS = 12;

    /** The most steps that a descent is drawn with. */
    static final int MOST_STEPS = 60;

    private static final double DOT = 9;
    private static final double LINE = 4;
    private static final float THIN = 2.5f;

    /** The site's own picture: momentum in a long valley. */
    static HillPicture ofSite() {
        HillInfo hill = Hills.named("elongated-valley").orElseThrow();
        var momentum = new Optimizer(new Sgd(0.6, false), 0.05, 0);
        return of(hill, List.of(-1.25, 1.8), momentum, 40);
    }

    /** The picture for what has none of its own: a path into one of four valleys. */
    static HillPicture ofFourValleys() {
        HillInfo hill = Hills.named("himmelblau").orElseThrow();
        return of(hill, hill.start(), Optimizer.sgd(hill.learningRate()), 40);
    }

    static HillPicture of(HillInfo hill, List<Double> start, Optimizer optimizer, int steps) {
        HillPath path = HillPath.descend(hill.hill(), start, optimizer, Math.min(steps, MOST_STEPS));
        boolean hasMomentum = optimizer.rule() instanceof Sgd rule && rule.momentum() > 0;
        String rule = hasMomentum ? " steps of gradient descent with momentum" : " steps of gradient descent";
        return new HillPicture(hill, path, path.places().size() - 1 + rule);
    }

    @Override
    public void draw(Graphics2D g, int width, int height) {
        if (hill.hill().dimensions() == 1) {
            drawProfile(g, width, height);
        } else {
            drawMap(g, width, height);
        }
    }

    private void drawProfile(Graphics2D g, int width, int height) {
        Interval domain = hill.domain().getFirst();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int x = 0; x <= width; x++) {
            double h = hill.hill().height(at(domain, (double) x / width));
            low = Math.min(low, h);
            high = Math.max(high, h);
        }
        double scale = 0.62 * height / (high - low);
        double floor = 0.8 * height + low * scale;
        var curve = new Path2D.Double();
        for (int x = 0; x <= width; x++) {
            double y = floor - scale * hill.hill().height(at(domain, (double) x / width));
            if (x == 0) {
                curve.moveTo(x, y);
            } else {
                curve.lineTo(x, y);
            }
        }
        var ground = new Path2D.Double(curve);
        ground.lineTo(width, height);
        ground.lineTo(0, height);
        ground.closePath();
        g.setColor(Palette.PLATE.colour());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        g.setColor(Palette.GROUND.colour());
        g.fill(ground);
        g.setColor(Palette.INK.colour());
        g.setStroke(new BasicStroke(4));
        g.draw(curve);
        List<double[]> spots = path.places().stream()
                .map(place ->
                        new double[] {width * share(domain, place.position().getFirst()), floor - scale * place.height()
                        })
                .toList();
        drawPath(g, spots);
    }

    private void drawMap(Graphics2D g, int width, int height) {
        // One unit is as wide as it is high, so that circles are round and the slope is at right angles to the
        // contours.
        Interval down = hill.domain().get(1);
        double unit = height / (down.high() - down.low());
        double left = (hill.domain().getFirst().low() + hill.domain().getFirst().high()) / 2 - width / unit / 2;
        g.drawImage(map(width, height, left, down.high(), unit), 0, 0, null);
        drawPath(
                g,
                path.places().stream()
                        .map(place -> new double[] {
                            (place.position().get(0) - left) * unit,
                            (down.high() - place.position().get(1)) * unit
                        })
                        .toList());
    }

    /** The heights as even steps of the square root, which gives a bowl's contours even distances. */
    private BufferedImage map(int width, int height, double left, double top, double unit) {
        var levels = new double[height][width];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[y][x] = hill.hill().height(left + (x + 0.5) / unit, top - (y + 0.5) / unit);
                low = Math.min(low, levels[y][x]);
                high = Math.max(high, levels[y][x]);
            }
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[y][x] = LEVELS * Math.sqrt((levels[y][x] - low) / (high - low));
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shade(levels, x, y));
            }
        }
        return image;
    }

    /** The colour of a level, toward that of the contour where one is nearer than a pixel. */
    private static int shade(double[][] levels, int x, int y) {
        double level = levels[y][x];
        double right = levels[y][Math.min(x + 1, levels[y].length - 1)] - level;
        double below = levels[Math.min(y + 1, levels.length - 1)][x] - level;
        double slope = Math.max(1e-9, Math.sqrt(right * right + below * below));
        double pixels = Math.abs(level - Math.rint(level)) / slope;
        double line = Math.rint(level) < 1 ? 0 : 0.55 * Math.clamp(1.6 - pixels, 0, 1);
        int band = Palette.HEIGHT_LOW.towards(Palette.HEIGHT_HIGH, 0.25 + 0.75 * Math.floor(level) / (LEVELS - 1));
        return Palette.mixed(band, Palette.HEIGHT_LINE.rgb(), line);
    }

    /** The places as dots on a line; the newest one is the walker. */
    private static void drawPath(Graphics2D g, List<double[]> spots) {
        var line = new Path2D.Double();
        line.moveTo(spots.getFirst()[0], spots.getFirst()[1]);
        spots.forEach(spot -> line.lineTo(spot[0], spot[1]));
        g.setColor(Palette.INK.colour());
        g.setStroke(new BasicStroke(THIN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        drawDots(g, spots);
        g.setColor(Palette.PLATE.colour());
        g.fill(circle(spots.getLast(), 2 * DOT + LINE));
        g.setColor(Palette.COST.colour());
        g.fill(circle(spots.getLast(), 2 * DOT));
    }

    /** A dot for each place that is not too near to the dot before. */
    private static void drawDots(Graphics2D g, List<double[]> spots) {
        double[] last = {Double.NEGATIVE_INFINITY, 0};
        for (double[] spot : spots) {
            if (Math.hypot(spot[0] - last[0], spot[1] - last[1]) > 2 * DOT) {
                g.fill(circle(spot, DOT / 1.6));
                last = spot;
            }
        }
    }

    private static Ellipse2D circle(double[] spot, double radius) {
        return new Ellipse2D.Double(spot[0] - radius, spot[1] - radius, 2 * radius, 2 * radius);
    }

    private static double at(Interval domain, double share) {
        return domain.low() + share * (domain.high() - domain.low());
    }

    private static double share(Interval domain, double at) {
        return (at - domain.low()) / (domain.high() - domain.low());
    }
}
