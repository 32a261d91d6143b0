package downhill.data.handwriting;

import java.util.List;

/**
 * A smooth curve through given points: the centripetal spline of Catmull and Rom (1974), whose knots are spaced by the square
 * root of the points' distances, so that it makes no loops of its own (Yuksel, Schaefer and Keyser, 2011).
 */
final class Spline {
    private static final double SPACING = 0.04;

    private final double[] points;
    private final List<Template.Mark> marks;
    private final boolean round;

    /**
     * @param points x and y of each in turn
     * @param round whether corners are cut too, as a hurried hand does
     */
    Spline(double[] points, List<Template.Mark> marks, boolean round) {
        this.points = points;
        this.marks = marks;
        this.round = round;
    }

    /** The curve as a trace. */
    Trace trace() {
        Trace trace = new Trace();
        boolean start = true;
        for (int i = 0; i < marks.size(); i++) {
            if (start) {
                trace.add(points[2 * i], points[2 * i + 1], true);
            }
            start = marks.get(i) == Template.Mark.LIFT;
            if (!start) {
                piece(i, trace);
            }
        }
        return trace;
    }

    /** The curve from point i, which it does not draw, to point i + 1, which it does: Hermite's cubic. */
    private void piece(int i, Trace trace) {
        double[] from = tangent(i, i, i + 1);
        double[] to = tangent(i + 1, i, i + 1);
        int steps = 1 + (int) (distance(i, i + 1) / SPACING);
        for (int s = 1; s <= steps; s++) {
            double t = (double) s / steps;
            double t2 = t * t;
            double t3 = t2 * t;
            double[] at = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                at[axis] = (2 * t3 - 3 * t2 + 1) * points[2 * i + axis]
                        + (t3 - 2 * t2 + t) * from[axis]
                        + (3 * t2 - 2 * t3) * points[2 * i + 2 + axis]
                        + (t3 - t2) * to[axis];
            }
            trace.add(at[0], at[1], false);
        }
    }

    /**
     * The curve's direction at point i, in units of the piece between the two given points, one of which it is: the spline's
     * where it goes through smoothly, and along the piece at corners and ends.
     */
    private double[] tangent(int i, int start, int end) {
        boolean through = i > 0 && marks.get(i - 1) != Template.Mark.LIFT && smoothAt(i);
        double before = through ? knot(i - 1, i) : 0;
        double after = through ? knot(i, i + 1) : 0;
        double piece = knot(start, end);
        double[] tangent = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            tangent[axis] = through
                    ? piece
                            * (change(i - 1, i, axis) / before
                                    - change(i - 1, i + 1, axis) / (before + after)
                                    + change(i, i + 1, axis) / after)
                    : change(start, end, axis);
        }
        return tangent;
    }

    private double change(int i, int j, int axis) {
        return points[2 * j + axis] - points[2 * i + axis];
    }

    private boolean smoothAt(int i) {
        return switch (marks.get(i)) {
            case SMOOTH -> true;
            case CORNER -> round;
            case LIFT -> false;
        };
    }

    /** The distance of two knots, never 0. */
    private double knot(int i, int j) {
        return StrictMath.sqrt(Math.max(distance(i, j), 1e-6));
    }

    private double distance(int i, int j) {
        double dx = points[2 * j] - points[2 * i];
        double dy = points[2 * j + 1] - points[2 * i + 1];
        return StrictMath.sqrt(dx * dx + dy * dy);
    }
}
