package downhill.descent;

import downhill.descent.HillInfo.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The built-in hills. */
public final class Hills {
    private static final List<HillInfo> ALL = List.of(
            new HillInfo(
                    "bowl",
                    "Bowl",
                    new Quadratic(List.of(2.0, 2.0)),
                    "h = x^2 + y^2",
                    "h = x^2 + y^2",
                    square(3),
                    List.of(2.0, 1.5),
                    0.1),
            new HillInfo(
                    "elongated-valley",
                    "Elongated valley",
                    new Quadratic(List.of(1.0, 16.0)),
                    "h = \\tfrac{1}{2} x^2 + 8 y^2",
                    "h = x^2/2 + 8*y^2",
                    List.of(new Interval(-4, 4), new Interval(-2, 2)),
                    List.of(-3.5, 1.0),
                    0.1),
            new HillInfo(
                    "oval-bowl",
                    "Oval bowl",
                    new Quadratic(List.of(1.0, 5.0)),
                    "h = \\tfrac{1}{2} x^2 + \\tfrac{5}{2} y^2",
                    "h = x^2/2 + 5*y^2/2",
                    square(3),
                    List.of(-2.5, 1.2),
                    0.1),
            new HillInfo(
                    "saddle",
                    "Saddle",
                    new Quadratic(List.of(1.0, -1.0)),
                    "h = \\tfrac{1}{2} x^2 - \\tfrac{1}{2} y^2",
                    "h = x^2/2 - y^2/2",
                    square(3),
                    List.of(2.5, 0.001),
                    0.1),
            new HillInfo(
                    "two-valleys",
                    "Two valleys",
                    new DoubleWell(2),
                    "h = \\tfrac{1}{12} (x + 1)^2 (3x^2 - 7x + 5) + \\tfrac{1}{2} y^2",
                    "h = (x + 1)^2*(3*x^2 - 7*x + 5)/12 + y^2/2",
                    square(2),
                    List.of(0.5, 1.5),
                    0.1),
            new HillInfo(
                    "rosenbrock",
                    "Rosenbrock’s valley",
                    new Rosenbrock(),
                    "h = (1 - x)^2 + 100 (y - x^2)^2",
                    "h = (1 - x)^2 + 100*(y - x^2)^2",
                    List.of(new Interval(-2, 2), new Interval(-1, 3)),
                    List.of(-1.2, 1.0),
                    0.001),
            new HillInfo(
                    "himmelblau",
                    "Himmelblau’s four valleys",
                    new Himmelblau(),
                    "h = (x^2 + y - 11)^2 + (x + y^2 - 7)^2",
                    "h = (x^2 + y - 11)^2 + (x + y^2 - 7)^2",
                    square(5),
                    List.of(0.0, 0.0),
                    0.01),
            new HillInfo(
                    "plateau",
                    "Plateau",
                    new Plateau(2),
                    "h = \\frac{x^2 + y^2}{1 + x^2 + y^2}",
                    "h = (x^2 + y^2)/(1 + x^2 + y^2)",
                    square(5),
                    List.of(3.5, -3.0),
                    0.5),
            new HillInfo(
                    "parabola",
                    "Parabola",
                    new Quadratic(List.of(2.0)),
                    "h = x^2",
                    "h = x^2",
                    List.of(new Interval(-3, 3)),
                    List.of(2.5),
                    0.1),
            new HillInfo(
                    "double-well",
                    "Double well",
                    new DoubleWell(1),
                    "h = \\tfrac{1}{12} (x + 1)^2 (3x^2 - 7x + 5)",
                    "h = (x + 1)^2*(3*x^2 - 7*x + 5)/12",
                    List.of(new Interval(-2, 2)),
                    List.of(0.5),
                    0.1),
            new HillInfo(
                    "wavy-slope",
                    "Wavy slope",
                    new WavySlope(),
                    "h = \\tfrac{1}{10} x^2 + \\tfrac{1}{2} (1 - \\cos 3x)",
                    "h = x^2/10 + (1 - cos(3*x))/2",
                    List.of(new Interval(-8, 8)),
                    List.of(7.5),
                    0.05),
            new HillInfo(
                    "plateau-1d",
                    "Plateau, in profile",
                    new Plateau(1),
                    "h = \\frac{x^2}{1 + x^2}",
                    "h = x^2/(1 + x^2)",
                    List.of(new Interval(-6, 6)),
                    List.of(5.0),
                    0.5));

    private Hills() {}

    /** All, in the order in which they are offered: first those over a plane, then those over a line. */
    public static List<HillInfo> all() {
        return ALL;
    }

    /** The hill of this name, if there is one. */
    public static Optional<HillInfo> named(String name) {
        return ALL.stream().filter(info -> info.name().equals(name)).findFirst();
    }

    private static List<Interval> square(double half) {
        return Collections.nCopies(2, new Interval(-half, half));
    }
}
