package downhill.export;

import downhill.export.programs.JtejavaGenerated;
import downhill.export.programs.JtenumpyGenerated;
import downhill.export.programs.JtepytorchGenerated;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import gg.jte.output.StringOutput;
import java.util.List;

/**
 * A run as a self-contained program: it trains the same network from the same first weights on the same data with the same
 * batches, and prints the number and the cost of every step.
 *
 * <p>The templates are in {@code src/main/programs}. A program is made of our own words and of numbers; no text that a user chose ever becomes a part of it.
 */
public final class Programs {
    /** A program holds its data and first weights in full; with more numbers than these it would be of no use to anyone. */
    private static final long MOST_NUMBERS = 2_000_000;

    private Programs() {}

    /** The program's text; RefusedException if the run is too large to be written down. */
    public static String write(Format format, Recipe recipe) {
        return Part.unmarked(marked(format, recipe));
    }

    /** The program's text with a mark in the first line of each {@link Part}. */
    static String marked(Format format, Recipe recipe) {
        long numbers = recipe.numbers();
        if (numbers > MOST_NUMBERS) {
            throw new RefusedException(List.of(new Problem(
                    "/network/layers",
                    "The examples and first weights of this run are " + numbers + " numbers; a program holds "
                            + MOST_NUMBERS + " at most.")));
        }
        var program = new StringOutput();
        switch (format) {
            case NUMPY -> JtenumpyGenerated.render(program, null, new PythonModel(recipe, "np"));
            case PYTORCH -> JtepytorchGenerated.render(program, null, new PythonModel(recipe, "torch"));
            case JAVA -> JtejavaGenerated.render(program, null, new JavaModel(recipe));
        }
        return program.toString();
    }
}
