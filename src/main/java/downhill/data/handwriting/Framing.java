package downhill.data.handwriting;

/**
 * The frame of every picture of a digit: 28 by 28 pixels, the ink's longer side scaled to 20 of them with soft edges, the
 * ink's centre of mass in the middle. It is the frame of the MNIST set (LeCun, Cortes and Burges, 1998), so that networks and
 * pictures from here and from there fit each other.
 */
public final class Framing {
    /** Pixels on each side of a picture. */
    public static final int SIDE = 28;

    /** Pixels of a picture. */
    public static final int PIXELS = SIDE * SIDE;

    /** The longer side of the ink, in pixels. */
    static final double BOX = 20;

    /** The pixel of the centre of mass, row and column alike, counted from 0. */
    private static final int CENTRE = SIDE / 2;

    /** Fainter ink than this counts as paper when the box is sought. */
    private static final double PAPER = 0.1;

    private Framing() {}

    /**
     * A drawing of any size, put into the frame.
     *
     * @param drawing ink from 0 (paper) to 1, [height][width], row by row
     * @return [28][28], row by row; all 0 if the drawing holds no ink
     */
    public static double[] framed(double[] drawing, int width, int height) {
        if (width < 1 || height < 1 || drawing.length != width * height) {
            throw new IllegalArgumentException(
                    drawing.length + " values are not a drawing of " + width + " by " + height);
        }
        double[] picture = new double[PIXELS];
        Box box = Box.around(drawing, width, height);
        if (box.isEmpty()) {
            return picture;
        }
        double[] scaled = box.scaled(drawing, width);
        centre(scaled, 0, 0, picture, 0);
        return picture;
    }

    /** Moves a trace so that its ink, which reaches this far to each side, fits a box of this size about the middle. */
    static void fit(Trace trace, double reach, double size) {
        double[] bounds = trace.bounds();
        double longer = Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1]);
        double scale = (size - 2 * reach) / Math.max(longer, 1e-6);
        double middleX = 0.5 * (bounds[0] + bounds[2]);
        double middleY = 0.5 * (bounds[1] + bounds[3]);
        for (int i = 0; i < trace.size(); i++) {
            trace.move(i, 0.5 * SIDE + scale * (trace.x(i) - middleX), 0.5 * SIDE + scale * (trace.y(i) - middleY));
        }
    }

    /** Copies a picture by whole pixels so that its centre of mass comes to the middle; what leaves the frame is lost. */
    static void centre(double[] from, double strayRight, double strayDown, double[] to, int at) {
        double mass = 0;
        double rows = 0;
        double columns = 0;
        for (int i = 0; i < PIXELS; i++) {
            mass += from[i];
            int row = i / SIDE;
            rows += from[i] * row;
            columns += from[i] * (i - row * SIDE);
        }
        if (mass == 0) {
            return;
        }
        int down = nearest(CENTRE + strayDown - rows / mass);
        int right = nearest(CENTRE + strayRight - columns / mass);
        for (int row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
            for (int column = Math.max(0, right); column < Math.min(SIDE, SIDE + right); column++) {
                to[at + row * SIDE + column] = from[(row - down) * SIDE + column - right];
            }
        }
    }

    /** The nearest whole number, the lower one from the middle of two, rounding errors of the middle included. */
    private static int nearest(double value) {
        return (int) StrictMath.ceil(value - 0.5 - 1e-9);
    }

    /** The rectangle that holds the ink: half-open ranges of columns and rows. */
    private record Box(int left, int top, int right, int bottom) {
        static Box around(double[] drawing, int width, int height) {
            int left = width;
            int top = height;
            int right = 0;
            int bottom = 0;
            for (int i = 0; i < drawing.length; i++) {
                if (drawing[i] > PAPER) {
                    left = Math.min(left, i % width);
                    right = Math.max(right, i % width + 1);
                    top = Math.min(top, i / width);
                    bottom = Math.max(bottom, i / width + 1);
                }
            }
            return new Box(left, top, right, bottom);
        }

        boolean isEmpty() {
            return right <= left;
        }

        /** The box's content in the middle of a picture, its longer side 20: each pixel is the mean of what it covers. */
        double[] scaled(double[] drawing, int width) {
            double step = Math.max(right - left, bottom - top) / BOX;
            double startX = 0.5 * (left + right) - 0.5 * SIDE * step;
            double startY = 0.5 * (top + bottom) - 0.5 * SIDE * step;
            double[] picture = new double[PIXELS];
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    picture[row * SIDE + column] =
                            mean(drawing, width, startX + column * step, startY + row * step, step);
                }
            }
            return picture;
        }

        private double mean(double[] drawing, int width, double x, double y, double step) {
            double sum = 0;
            for (int row = Math.max(top, (int) y); row < Math.min(bottom, y + step); row++) {
                double high = Math.min(row + 1, y + step) - Math.max(row, y);
                for (int column = Math.max(left, (int) x); column < Math.min(right, x + step); column++) {
                    double wide = Math.min(column + 1, x + step) - Math.max(column, x);
                    sum += Math.max(0, high) * Math.max(0, wide) * drawing[row * width + column];
                }
            }
            return Math.min(1, sum / (step * step));
        }
    }
}
