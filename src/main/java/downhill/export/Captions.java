package downhill.export;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import java.util.stream.Collectors;

/** The sentences about the run in a program's comments, made of our own words and numbers only. */
final class Captions {
    private Captions() {}

    /** One sentence: the network, the data, how many updates. */
    static String title(Recipe recipe) {
        String layers =
                recipe.spec().network().layers().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return "A network of " + layers + " neurons and " + recipe.steps() + " of its training steps on "
                + data(recipe.spec().data()) + ".";
    }

    private static String data(DataSpec data) {
        return switch (data) {
            case DataSpec.BuiltIn d -> DataSets.named(d.name()).isPresent() ? "the set " + d.name() : "a set";
            case DataSpec.Drawn d -> "the set digits and drawings";
            case DataSpec.Inline d -> "given examples";
            case DataSpec.Uploaded d -> "an uploaded file";
        };
    }
}
