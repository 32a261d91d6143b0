package downhill.insight.family;

import downhill.data.builtin.FamilyTree;
import downhill.data.builtin.FamilyTree.Couple;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A feature of people that the 1986 paper found in person units (Nature 323, the caption of figure 4: nationality, generation and
 * the branch of the family). No input of the network says any of them.
 */
public enum FamilyFeature {
    /** 1 for the English family, -1 for the Italian one. */
    NATIONALITY("nationality", "Blue: English. Orange: Italian.") {
        @Override
        double of(int person) {
            return person < FamilyPlan.FAMILY ? 1 : -1;
        }
    },

    /** -1 for the grandparents, 0 for their children and those whom these married, 1 for the grandchildren. */
    GENERATION("generation", "Orange: grandparents. Blue: grandchildren.") {
        @Override
        double of(int person) {
            return FamilyPlan.generation(person) - 2.0;
        }
    },

    /**
     * 1 for the branch of the founding couple on the left of the tree, -1 for that on the right, married people with their husband
     * or wife's; 0 for the grandchildren, who descend from both.
     */
    BRANCH("branch", "Blue: left branch. Orange: right branch.") {
        @Override
        double of(int person) {
            List<Couple> founders =
                    FamilyPlan.founders(person / FamilyPlan.FAMILY).toList();
            return FamilyPlan.foundersOf(person).stream()
                    .mapToInt(couple -> couple.equals(founders.getFirst()) ? 1 : -1)
                    .average()
                    .orElseThrow();
        }
    };

    private final String word;
    private final String note;

    FamilyFeature(String word, String note) {
        this.word = word;
        this.note = note;
    }

    /** The feature's name in a sentence. */
    public String word() {
        return word;
    }

    /** The meaning of the colours of its squares. */
    public String note() {
        return note;
    }

    abstract double of(int person);

    /** The feature of each of the 24 people. */
    public double[] ofAll() {
        return IntStream.range(0, FamilyTree.people().size())
                .mapToDouble(this::of)
                .toArray();
    }

    /** Pearson's correlation of the feature with a number for each person, from -1 to 1; 0 if these numbers are all equal. */
    public double correlation(double[] numbers) {
        double[] a = centred(ofAll());
        double[] b = centred(numbers);
        double lengths = Math.sqrt(product(a, a) * product(b, b));
        return lengths == 0 ? 0 : product(a, b) / lengths;
    }

    private static double[] centred(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElse(0);
        return Arrays.stream(numbers).map(x -> x - mean).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
