package downhill.data.upload;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sign between the columns. Tab, then semicolon, then comma: the first one that most of the first rows have. A semicolon is
 * asked for before a comma because commas are decimal marks too. Where no sign is that frequent, it is the commonest.
 */
final class CsvSeparator {
    private static final List<Character> CANDIDATES = List.of('\t', ';', ',');
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private CsvSeparator() {}

    /**
     * The sign between the columns.
     *
     * @param lines the first lines that are not empty
     */
    static char of(List<String> lines) {
        List<String> bare =
                lines.stream().map(line -> QUOTED.matcher(line).replaceAll("")).toList();
        return CANDIDATES.stream()
                .filter(candidate -> 2 * lines(bare, candidate) > bare.size())
                .findFirst()
                .orElseGet(() -> commonest(bare));
    }

    /** The candidate that the most lines have; of equals the first. */
    private static char commonest(List<String> lines) {
        return CANDIDATES.reversed().stream()
                .filter(candidate -> lines(lines, candidate) > 0)
                .max(Comparator.comparingLong(candidate -> lines(lines, candidate)))
                .orElse(',');
    }

    private static long lines(List<String> lines, char candidate) {
        return lines.stream().filter(line -> line.indexOf(candidate) >= 0).count();
    }

    /** The separator that a spreadsheet's own first line names, as in {@code sep=;}. */
    static Optional<Character> named(String line) {
        String bare = line.stripLeading().replaceAll("[\r\n]", "");
        boolean names = bare.length() == 5 && bare.toLowerCase(Locale.ROOT).startsWith("sep=");
        return names ? Optional.of(bare.charAt(4)).filter(CANDIDATES::contains) : Optional.empty();
    }
}
