package downhill.web.card;

import downhill.train.step.Run;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** The incoming weights of a reader's hidden neurons, each neuron's as a picture of 28 by 28 weights: blue above 0, orange below. */
record WeightsPicture(Run run) implements Picture {
    /** The side of a handwritten digit, in pixels of its data set. */
    static final int SIDE = 28;

    private static final int COLUMNS = 3;
    private static final int ROWS = 4;
    private static final int TILE = 5 * SIDE;

    @Override
    public String caption() {
        return "Weights after " + String.format(Locale.ROOT, "%,d", run.step()) + " training steps";
    }

    @Override
    public void draw(Graphics2D g, int width, int height) {
        g.setColor(Palette.PLATE.colour());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        int across = (width - COLUMNS * TILE) / (COLUMNS + 1);
        int down = (height - ROWS * TILE) / (ROWS + 1);
        int count = Math.min(ROWS * COLUMNS, run.network().layers().get(1));
        for (int neuron = 0; neuron < count; neuron++) {
            int x = across + neuron % COLUMNS * (TILE + across);
            int y = down + neuron / COLUMNS * (TILE + down);
            g.drawImage(tile(neuron), x, y, TILE, TILE, null);
        }
    }

    private BufferedImage tile(int neuron) {
        double most = 1e-9;
        for (int k = 0; k < SIDE * SIDE; k++) {
            most = Math.max(most, Math.abs(run.network().weight(0, neuron, k)));
        }
        var tile = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < SIDE * SIDE; k++) {
            double weight = run.network().weight(0, neuron, k) / most;
            Palette end = weight > 0 ? Palette.POSITIVE : Palette.NEGATIVE;
            tile.setRGB(k % SIDE, k / SIDE, Palette.MAP_MIDDLE.towards(end, Math.abs(weight)));
        }
        return tile;
    }
}
