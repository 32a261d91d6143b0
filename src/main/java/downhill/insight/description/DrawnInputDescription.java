package downhill.insight.description;

import downhill.data.Dataset;
import downhill.insight.Predictions;
import downhill.insight.description.Description.Table;
import downhill.insight.explanation.Names;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Describes an input that somebody made, a drawing for example: the network's outputs, the strongest first, and the picture that it saw. */
public final class DrawnInputDescription {
    private static final int MOST_ROWS = 12;

    private DrawnInputDescription() {}

    /** Describes each input. */
    public static List<Description> all(Run run, List<List<Double>> inputs, Runnable checkpoint) {
        List<Description> all = new ArrayList<>();
        if (inputs.isEmpty()) {
            Predictions.of(run, inputs, checkpoint);
        }
        inputs.forEach(input -> all.add(of(run, input, checkpoint)));
        return all;
    }

    static Description of(Run run, List<Double> input, Runnable checkpoint) {
        double[] outputs = Predictions.of(run, List.of(input), checkpoint).outputs()[0];
        List<Integer> ranked = IntStream.range(0, outputs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -outputs[j]))
                .limit(MOST_ROWS)
                .toList();
        boolean isChoice = run.data().task() instanceof Dataset.Task.OneHot;
        Names names = new Names(run);
        List<List<String>> rows = ranked.stream()
                .map(j -> List.of(
                        isChoice
                                ? Integer.toString(j)
                                : names.neuron(run.network().depth(), j),
                        SpokenNumbers.of(outputs[j])))
                .toList();
        List<Table> tables = new ArrayList<>();
        tables.add(new Table("The answers, the strongest first", List.of("answer", "activation"), rows));
        CoarsePicture.of(input.stream().mapToDouble(x -> x).toArray())
                .map(picture -> picture.table("What the network sees, the mean ink of squares"))
                .ifPresent(tables::add);
        return new Description("drawn", List.of(sentence(rows, isChoice)), tables);
    }

    private static String sentence(List<List<String>> rows, boolean isChoice) {
        List<String> first = rows.getFirst();
        String next = rows.size() > 1
                ? ", and next " + rows.get(1).getFirst() + " with "
                        + rows.get(1).getLast()
                : "";
        return (isChoice
                        ? "The network says " + first.getFirst() + ", with "
                        : "The strongest answer is that of " + first.getFirst() + ", ")
                + first.getLast() + next + ".";
    }
}
