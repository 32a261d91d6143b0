package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The plane of two hidden neurons: where the examples lie in it, and on which side of the output's line. */
final class HiddenPlaneDescription {
    private static final List<Integer> LAYERS = List.of(2, 2, 1);
    private static final int MOST_EXAMPLES = 16;

    private HiddenPlaneDescription() {}

    /** The description, for a network of two inputs, two hidden neurons and one output on a few examples. */
    static Optional<Description> of(Run run) {
        if (!run.network().layers().equals(LAYERS) || run.data().size() > MOST_EXAMPLES) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        long above = 0;
        for (int e = 0; e < run.data().size(); e++) {
            ExamplePass pass = run.pass(e);
            above += pass.preActivations()[1][0] > 0 ? 1 : 0;
            double target = run.data().targets()[e];
            rows.add(Stream.concat(
                            Arrays.stream(pass.activations())
                                    .flatMapToDouble(Arrays::stream)
                                    .boxed(),
                            Stream.of(target))
                    .map(SpokenNumbers::of)
                    .toList());
        }
        return Optional.of(new Description(
                "hidden",
                List.of("In the plane of the two hidden activations, the line of the output has " + above + " of the "
                        + run.data().size() + " examples on its upper side, where the weighted sum is above 0."),
                List.of(new Table("The hidden neurons", List.of("x₁", "x₂", "h₁", "h₂", "output", "target"), rows))));
    }
}
