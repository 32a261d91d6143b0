package downhill.course.grading;

import downhill.descent.Hill;
import java.util.List;
import java.util.OptionalDouble;

/** A walker on a hill. */
record HillPicture(Hill hill, List<Double> position, double rate, int number) implements Picture {
    @Override
    public OptionalDouble value(String path) {
        double[] at = position.stream().mapToDouble(x -> x).toArray();
        return switch (path) {
            case "height" -> OptionalDouble.of(hill.height(at));
            case "rate" -> OptionalDouble.of(rate);
            case "number" -> OptionalDouble.of(number);
            default -> coordinate(path, at);
        };
    }

    private OptionalDouble coordinate(String path, double[] at) {
        int dot = path.indexOf('.');
        int i = dot < 0 ? -1 : Integer.parseInt(path.substring(dot + 1));
        if (i < 0 || i >= at.length) {
            return OptionalDouble.empty();
        }
        return switch (path.substring(0, dot)) {
            case "position" -> OptionalDouble.of(at[i]);
            case "slope" -> OptionalDouble.of(hill.gradient(at)[i]);
            default -> OptionalDouble.empty();
        };
    }
}
