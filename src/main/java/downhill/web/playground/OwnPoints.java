package downhill.web.playground;

import downhill.data.DataSetInfo.Domain;
import downhill.data.DataSpec;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.train.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The learner's own examples, as the playground's address holds them: {@code low~high~blue~orange~blue held back~orange held
 * back}. A point is four digits of base 64 (URL alphabet), two for x and two for y, each counting {@value #LEVELS} parts of the domain.
 *
 * @param domain where the points lie, the same for x and y
 * @param high the points whose target is 1, to train on and held back
 * @param low the points whose target is 0
 */
public record OwnPoints(Domain domain, Part high, Part low) {
    /** Points to train on, and points held back, each [x, y]. */
    record Part(List<List<Double>> train, List<List<Double>> test) {}

    /** The points of a learner who has none yet: two heaps of four, far apart. */
    static final String START = "-6~6~nEu4uXqtyAyAqt1I~RtW7LdSwU1OlOlK8~~";

    private static final int LEVELS = 4000;
    /** Coordinates are the short decimals that they look like: 0.6, not 0.6000000000000001. */
    private static final double DECIMALS = 1e6;

    private static final int MOST = 500;
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String FORM = "-?\\d{1,3}(\\.\\d{1,3})?~-?\\d{1,3}(\\.\\d{1,3})?(~([\\w-]{4})*){4}";

    /** The points in a text; BadInputException if it is none, or holds too many. */
    static OwnPoints parse(String text) {
        String[] parts = text.split("~", -1);
        if (!text.matches(FORM) || Double.parseDouble(parts[0]) >= Double.parseDouble(parts[1])) {
            throw bad("These points cannot be read. Choose a data set, and change its points again.");
        }
        if (text.length() > 4 * MOST + 20) {
            throw bad("At most " + MOST + " points are allowed. Remove some.");
        }
        Domain domain = new Domain(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        return new OwnPoints(
                domain,
                new Part(points(domain, parts[2]), points(domain, parts[4])),
                new Part(points(domain, parts[3]), points(domain, parts[5])));
    }

    private static List<List<Double>> points(Domain domain, String text) {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < text.length(); i += 4) {
            points.add(List.of(coordinate(domain, text, i), coordinate(domain, text, i + 2)));
        }
        return points;
    }

    private static double coordinate(Domain domain, String text, int at) {
        int level = 64 * DIGITS.indexOf(text.charAt(at)) + DIGITS.indexOf(text.charAt(at + 1));
        double value = domain.low() + (domain.high() - domain.low()) * level / LEVELS;
        return StrictMath.rint(value * DECIMALS) / DECIMALS;
    }

    /** The examples of these points. */
    DataSpec.Inline examples() {
        return new DataSpec.Inline(
                joined(high.train, low.train),
                targets(high.train, low.train),
                joined(high.test, low.test),
                targets(high.test, low.test));
    }

    private static List<List<Double>> joined(List<List<Double>> high, List<List<Double>> low) {
        return Stream.concat(high.stream(), low.stream()).toList();
    }

    private static List<List<Double>> targets(List<List<Double>> high, List<List<Double>> low) {
        return Stream.concat(high.stream().map(p -> List.of(1.0)), low.stream().map(p -> List.of(0.0)))
                .toList();
    }

    private static BadInputException bad(String detail) {
        return new BadInputException(Kind.VALUE, List.of(new Problem("/data/points", detail)));
    }
}
