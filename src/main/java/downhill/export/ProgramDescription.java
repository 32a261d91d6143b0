package downhill.export;

import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.math.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An exported program in words: how long it is, which lines find the gradients and make the update, and what it prints. */
public final class ProgramDescription {
    private static final Set<Part> FORWARD = Set.of(Part.WEIGHTED_SUM, Part.ACTIVATE, Part.STEP_COST);
    private static final Set<Part> BACKWARD =
            Set.of(Part.OUTPUT_DELTA, Part.GRADIENT, Part.HIDDEN_DELTA, Part.AUTOGRAD);

    private ProgramDescription() {}

    /** The description of a listing. */
    public static Description of(Listing listing) {
        List<String> sentences = new ArrayList<>();
        sentences.add("As a program in " + listing.format().label() + " this run has "
                + NumberText.count(listing.count()) + " lines.");
        sentences.add("The forward pass and the cost take " + count(listing, FORWARD) + ", the backward pass "
                + count(listing, BACKWARD) + " and the update " + count(listing, Set.of(Part.UPDATE)) + ".");
        if (count(listing, Part.CHANGE) > 0) {
            sentences.add(count(listing, Set.of(Part.CHANGE)) + " repeat what was changed by hand.");
        }
        List<Table> tables = new ArrayList<>();
        boolean isAll = listing.newest().isEmpty();
        tables.add(table(
                isAll ? "The costs, as the program prints them" : "The first costs, as the program prints them",
                listing.costs()));
        if (!isAll) {
            tables.add(table("The newest costs, as the program prints them", listing.newest()));
        }
        return new Description("program", sentences, tables);
    }

    private static Table table(String caption, List<String> lines) {
        return new Table(
                caption,
                List.of("step", "cost"),
                lines.stream().map(line -> List.of(line.split(" ", 2))).toList());
    }

    private static String count(Listing listing, Set<Part> parts) {
        int lines = parts.stream().mapToInt(part -> count(listing, part)).sum();
        return lines + (lines == 1 ? " line" : " lines");
    }

    /** The number of lines of a listing that belong to a part, with those that are left out. */
    public static int count(Listing listing, Part part) {
        return listing.lines().stream()
                .filter(line -> line.part().equals(Optional.of(part)))
                .mapToInt(line -> Math.max(1, line.folded()))
                .sum();
    }
}
