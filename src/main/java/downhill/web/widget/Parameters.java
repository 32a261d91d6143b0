package downhill.web.widget;

import downhill.course.Widget.Demo;
import downhill.course.Widget.Source;
import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.web.lab.ExpressionLab;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values that the address of each demo page may hold: the page reads by this list, and the index of widgets shows it. Each run is one
 * that all visitors share, so its settings have few values: the server keeps a run for each combination that somebody asked for.
 */
public final class Parameters {
    /** The hidden layers on offer, as the address writes them. */
    static final List<String> HIDDEN = List.of("1", "2", "3", "4-2", "8");

    /** The steps on offer, in order. */
    static final List<String> STEPS = List.of("0", "1", "10", "60", "200", "500");

    static final Map<String, String> TARGETS = Map.of("and", "0001", "or", "0111", "nand", "1110", "xor", "0110");

    private static final Parameter DATA =
            new Parameter("data", "Data set", "The examples that the network learns.", sets(), "xor");
    private static final Parameter HIDDEN_LAYERS =
            new Parameter("hidden", "Hidden neurons", "4-2 means two layers, with 4 and with 2 neurons.", HIDDEN, "3");
    private static final Parameter STEP =
            new Parameter("step", "Step", "The training steps that are done at the start.", STEPS, "60");
    private static final Parameter RECORDING = new Parameter(
            "recording", "Recording", "A recording takes the place of the live run.", Recordings.NAMES, "");
    private static final Parameter RUN = new Parameter(
            "run", "Run", "The view of a run that a program made; it takes the place of the settings.", List.of(), "");
    private static final Parameter EXPRESSION = new Parameter(
            "expression",
            "Formula",
            "Written as in the expression lab.",
            List.of(),
            ExpressionLab.EXAMPLES.getFirst().lab().expression());
    private static final Parameter VALUES = new Parameter(
            "values",
            "Values",
            "The values of its variables, such as w:2,x:3.",
            List.of(),
            ExpressionLab.EXAMPLES.getFirst().lab().query());
    private static final Parameter FUNCTION = new Parameter(
            "targets", "Function", "The function of two inputs to learn.", List.of("and", "or", "nand", "xor"), "and");

    /** The settings of a page's own run. */
    static final List<Parameter> OF_RUN = List.of(DATA, HIDDEN_LAYERS, STEP);

    private Parameters() {}

    /** Returns the data sets of two classes that can be drawn on a map. */
    private static List<String> sets() {
        return DataSets.all().stream()
                .filter(set -> set.dimensions() == 2 && set.kind() == DataSetInfo.Kind.TWO_CLASSES)
                .map(DataSetInfo::name)
                .toList();
    }

    /** Returns the values that the address of a demo page may hold, the most useful first. */
    public static List<Parameter> of(Demo demo) {
        return switch (demo.source()) {
            case Source.Xor _ -> List.of(DATA, HIDDEN_LAYERS, STEP, RECORDING, RUN);
            case Source.Digits _ -> List.of(RUN);
            case Source.Formula _ -> List.of(EXPRESSION, VALUES);
            case Source.Perceptron _ -> List.of(FUNCTION);
            case Source.Hills(var stages) when stages.size() > 1 -> List.of(figure(List.copyOf(stages.keySet())));
            case Source.Hills _, Source.Recorded _, Source.Landscape _ -> List.of();
        };
    }

    private static Parameter figure(List<String> names) {
        return new Parameter("figure", "Figure", "One of the page’s figures alone.", names, "");
    }

    /** Returns the widths of a network's layers, as a specification writes them. */
    static List<Integer> layers(String hidden) {
        IntStream inner = Stream.of(hidden.split("-")).mapToInt(Integer::parseInt);
        return IntStream.concat(IntStream.of(2), IntStream.concat(inner, IntStream.of(1)))
                .boxed()
                .toList();
    }
}
