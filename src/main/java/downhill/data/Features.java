package downhill.data;

import downhill.data.builtin.Examples;
import java.util.LinkedHashSet;
import java.util.List;

/** The functions of a point (x, y) that may be a network's inputs. */
public final class Features {
    /** All, in the order in which they are offered. */
    public static final List<String> ALL = List.of("x", "y", "x^2", "y^2", "xy", "sin x", "sin y");

    /** The point itself. */
    public static final List<String> STANDARD = List.of("x", "y");

    private Features() {}

    /** A feature as figures and sentences write it: x₁ and x₂ are the coordinates, because y is a target in the whole course. */
    public static String label(String feature) {
        return switch (feature) {
            case "x" -> "x₁";
            case "y" -> "x₂";
            case "x^2" -> "x₁²";
            case "y^2" -> "x₂²";
            case "xy" -> "x₁x₂";
            case "sin x" -> "sin x₁";
            case "sin y" -> "sin x₂";
            default -> throw new IllegalArgumentException("no feature " + feature + "; there are " + ALL);
        };
    }

    /** Features as figures write them. */
    public static List<String> labels(List<String> features) {
        return features.stream().map(Features::label).toList();
    }

    /** One feature of one point. */
    public static double of(String feature, double x, double y) {
        return switch (feature) {
            case "x" -> x;
            case "y" -> y;
            case "x^2" -> x * x;
            case "y^2" -> y * y;
            case "xy" -> x * y;
            case "sin x" -> StrictMath.sin(x);
            case "sin y" -> StrictMath.sin(y);
            default -> throw new IllegalArgumentException("no feature " + feature + "; there are " + ALL);
        };
    }

    /** The examples with these features of their points as inputs. */
    static Examples applied(Examples points, List<String> features) {
        int width = features.size();
        double[] inputs = new double[points.size() * width];
        for (int e = 0; e < points.size(); e++) {
            double x = points.inputs()[2 * e];
            double y = points.inputs()[2 * e + 1];
            for (int f = 0; f < width; f++) {
                inputs[e * width + f] = of(features.get(f), x, y);
            }
        }
        return new Examples(width, points.targetWidth(), inputs, points.targets());
    }

    /** Refuses an empty list, an unknown feature, and a repeated one. */
    static void check(List<String> features) {
        if (features.isEmpty()) {
            throw new DataRefusedException("/data/features", "at least one of " + ALL + " is needed");
        }
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < features.size(); i++) {
            String feature = features.get(i);
            if (!ALL.contains(feature)) {
                throw new DataRefusedException(
                        "/data/features/" + i, "\"" + feature + "\" is not a feature; there are " + ALL);
            }
            if (!seen.add(feature)) {
                throw new DataRefusedException("/data/features/" + i, "\"" + feature + "\" is named twice");
            }
        }
    }
}
