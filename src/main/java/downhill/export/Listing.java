package downhill.export;

import downhill.train.history.CostSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A program to be read on a page: its lines with the part that each belongs to. Of long parts, mostly data, it shows the first and the last lines.
 *
 * @param count how many lines the program has in all
 * @param costs the first lines that the program prints, each a step and its cost
 * @param newest the last lines that it prints; empty where {@code costs} has all
 */
public record Listing(Format format, int count, List<Line> lines, List<String> costs, List<String> newest, int depth) {
    private static final int MOST_NUMBER_LINES = 20;
    private static final int MOST_LINES = 45;
    private static final int LONGEST = 160;

    /**
     * One line, or several that are left out.
     *
     * @param text the line; shortened if it is very long, empty where lines are left out
     * @param part what it belongs to; nothing for an empty line
     * @param folded how many lines are left out in this place; 0 for a line
     */
    public record Line(String text, Optional<Part> part, int folded) {}

    /** The listing of a run's program; RefusedException if the run is too large to be written down. */
    public static Listing of(Format format, Recipe recipe, ShownCosts costs) {
        List<Line> all = lines(Programs.marked(format, recipe));
        List<Line> shown = new ArrayList<>();
        for (int start = 0; start < all.size(); ) {
            int end = start;
            while (end < all.size() && all.get(end).part().equals(all.get(start).part())) {
                end++;
            }
            fold(all.subList(start, end), shown);
            start = end;
        }
        return new Listing(
                format,
                all.size(),
                List.copyOf(shown),
                printed(format, costs.first()),
                printed(format, costs.newest()),
                recipe.depth());
    }

    private static List<String> printed(Format format, CostSeries costs) {
        return IntStream.range(0, costs.size())
                .mapToObj(i -> costs.steps()[i] + " " + printed(format, costs.costs()[i]))
                .toList();
    }

    private static List<Line> lines(String marked) {
        List<Line> lines = new ArrayList<>();
        Optional<Part> part = Optional.empty();
        for (String line : marked.lines().toList()) {
            Optional<Part> before = part;
            part = Part.beginning(line).or(() -> before);
            String text = Part.unmarked(line);
            lines.add(new Line(shortened(text), text.isBlank() ? Optional.empty() : part, 0));
        }
        return lines;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    private static void fold(List<Line> same, List<Line> shown) {
        Optional<Part> part = same.getFirst().part();
        int most = part.filter(Part::isNumbers).isPresent() ? MOST_NUMBER_LINES : MOST_LINES;
        if (same.size() <= most) {
            shown.addAll(same);
            return;
        }
        int last = same.size() - 2;
        shown.addAll(same.subList(0, most - 3));
        shown.add(new Line("", part, last - (most - 3)));
        shown.addAll(same.subList(last, same.size()));
    }

    /** A cost as a program of this language prints it: the shortest digits that read back as the same number. */
    static String printed(Format format, double cost) {
        String text = Double.toString(cost);
        return format == Format.JAVA || !Double.isFinite(cost) ? text : python(new BigDecimal(text), cost);
    }

    /** Python writes a power of ten below 0.0001 and from 10^16 on. */
    private static String python(BigDecimal exact, double cost) {
        double size = StrictMath.abs(cost);
        if (size == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain = exact.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        BigDecimal digits = exact.stripTrailingZeros();
        int power = digits.precision() - digits.scale() - 1;
        String mantissa = digits.movePointLeft(power).toPlainString();
        return mantissa + (power < 0 ? "e-" : "e+") + (StrictMath.abs(power) < 10 ? "0" : "") + StrictMath.abs(power);
    }
}
