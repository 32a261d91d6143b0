package downhill.insight.explanation;

import downhill.insight.explanation.Part.Constant;
import downhill.insight.explanation.Part.Quotient;
import downhill.insight.explanation.Part.Rest;
import downhill.insight.explanation.Part.Share;
import downhill.insight.explanation.Part.Sum;
import downhill.train.spec.BatchSpec.Reduce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The mean or the sum over a batch of one number from each of its examples. */
final class BatchExplainer {
    /** The most other examples that are shown one by one. */
    private static final int MOST_OTHERS = 3;

    private final Source source;

    BatchExplainer(Source source) {
        this.source = source;
    }

    Explanation explain(Quantity q, double value, Part own, double[] shares, Remark... more) {
        List<Remark> remarks = new ArrayList<>(List.of(more));
        if (source.place() < 0) {
            remarks.add(new Remark.NotInBatch());
        }
        return Explanation.of(q, value, reduced(own, shares), remarks.toArray(Remark[]::new));
    }

    /**
     * The reduced number.
     *
     * @param own the shown example's
     * @param shares each batch example's, in the batch's order
     */
    Part reduced(Part own, double[] shares) {
        int place = source.place();
        if (shares.length == 1 && place == 0) {
            return own;
        }
        int[] batch = source.run().batch();
        List<Part> terms = new ArrayList<>(place < 0 ? List.of() : List.of(own));
        List<Integer> others = IntStream.range(0, shares.length)
                .filter(i -> i != place)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(shares[i])))
                .toList();
        int shown = others.size() <= MOST_OTHERS + 1 ? others.size() : MOST_OTHERS;
        others.stream().limit(shown).forEach(i -> terms.add(new Share(batch[i], shares[i])));
        if (shown < others.size()) {
            double rest =
                    others.stream().skip(shown).mapToDouble(i -> shares[i]).sum();
            terms.add(new Rest(others.size() - shown, rest));
        }
        Part sum = new Sum(List.copyOf(terms));
        return source.run().batchSpec().reduce() == Reduce.MEAN ? new Quotient(sum, new Constant(shares.length)) : sum;
    }
}
