package downhill.insight.family;

import downhill.data.DataSpec;
import downhill.data.builtin.FamilyTree;
import downhill.math.text.NumberText;
import downhill.net.Group;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A hidden neuron that the 24 person inputs lead to.
 *
 * @param neuron its place in the first hidden layer
 * @param bias its bias
 * @param correlations of its weights from the people with each feature
 */
public record PersonUnit(int neuron, double bias, Map<FamilyFeature, Double> correlations) {
    /**
     * The size from which on a correlation counts: the feature then explains half of the differences between the weights (0.7
     * squared). Of 20,000 networks of six units with random weights, 4 in 1,000 had a correlation as large.
     */
    static final double LARGE = 0.7;

    /** The most units that are compared. */
    private static final int MOST = 24;

    private static final int PEOPLE = FamilyTree.people().size();

    /** Returns whether a run trains on the family trees. */
    public static boolean isIn(Run run) {
        return run.spec().data() instanceof DataSpec.BuiltIn set && set.name().equals("family-trees");
    }

    /** The person units of a run on the family trees at its newest step; every neuron of the layer if it is not cut into groups. */
    public static List<PersonUnit> all(Run run) {
        int width = run.network().layers().get(1);
        return IntStream.range(0, width)
                .filter(neuron -> hears(run.spec().network().groups(), neuron))
                .limit(MOST)
                .mapToObj(neuron -> of(run, neuron))
                .toList();
    }

    /** Returns whether the people's inputs lead to a neuron. */
    private static boolean hears(List<Group> groups, int neuron) {
        return groups.stream()
                .filter(group -> group.layer() == 0)
                .flatMap(group -> group.blocks().stream())
                .filter(block -> neuron >= block.toStart() && neuron < block.toEnd())
                .allMatch(block -> block.fromStart() < PEOPLE);
    }

    private static PersonUnit of(Run run, int neuron) {
        int row = neuron * run.network().layers().getFirst();
        double[] weights = Arrays.copyOfRange(run.weights(0), row, row + PEOPLE);
        Map<FamilyFeature, Double> correlations = new EnumMap<>(FamilyFeature.class);
        for (FamilyFeature feature : FamilyFeature.values()) {
            correlations.put(feature, feature.correlation(weights));
        }
        return new PersonUnit(neuron, run.network().bias(0, neuron), correlations);
    }

    /** The feature that the unit stands for: the one with the largest correlation, if that is large. */
    public Optional<FamilyFeature> standsFor() {
        return correlations.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> Math.abs(entry.getValue())))
                .filter(entry -> Math.abs(entry.getValue()) >= LARGE)
                .map(Map.Entry::getKey);
    }

    /** The meaning that the unit has learned, in a sentence. */
    public String sentence() {
        String unit = "Unit " + (neuron + 1) + " stands ";
        return standsFor()
                .map(feature -> unit + "mostly for " + feature.word() + " (correlation " + correlation(feature) + ").")
                .orElse(unit + "for no single one of these.");
    }

    /** A correlation with two decimals. */
    public String correlation(FamilyFeature feature) {
        return NumberText.fixed(correlations.getOrDefault(feature, 0.0), 2);
    }
}
