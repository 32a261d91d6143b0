package downhill.insight.explanation;

import downhill.insight.explanation.Part.Constant;
import downhill.insight.explanation.Part.Sum;
import downhill.net.Cost;
import java.util.List;
import java.util.stream.IntStream;

/** The backward pass on the shown example: the deltas of the last layer, and from them the deltas of each layer before. */
final class BackwardExplainer {
    private final Source source;
    private final Explainer all;

    BackwardExplainer(Source source, Explainer all) {
        this.source = source;
        this.all = all;
    }

    /** Tells whether the deltas of the last layer need the spread of its cost slopes. */
    boolean hasSpread() {
        return source.isSoftmax(source.last()) && !(source.cost() instanceof Cost.CrossEntropy);
    }

    Explanation explain(Quantity q) {
        return switch (q.kind()) {
            case SPREAD -> Explanation.of(q, spread());
            case BACK -> Explanation.of(q, back(q.l(), q.j()));
            default -> q.l() == source.last() ? lastDelta(q) : hiddenDelta(q);
        };
    }

    /** The sum over outputs of a dC/da. */
    private Part spread() {
        return new Sum(Part.largest(IntStream.range(0, source.outputs())
                .mapToObj(
                        j -> Part.product(all.named(Kind.ACTIVATION, source.last(), j), all.named(Kind.COST_SLOPE, j)))
                .toList()));
    }

    /** The sum over the next layer's neurons i of w_ij delta_i. */
    private Part back(int l, int j) {
        return new Sum(Part.largest(IntStream.range(0, source.neurons(l + 1))
                .mapToObj(i -> Part.product(all.named(Kind.WEIGHT, l + 1, i, j), all.named(Kind.DELTA, l + 1, i)))
                .toList()));
    }

    private double delta(Quantity q) {
        return source.pass().deltas()[q.l()][q.j()];
    }

    private Explanation lastDelta(Quantity q) {
        int j = q.j();
        Part a = all.named(Kind.ACTIVATION, q.l(), j);
        if (source.cost() instanceof Cost.CrossEntropy) {
            return Explanation.of(q, delta(q), Part.minus(a, all.named(Kind.TARGET, j)), new Remark.SlopeCancels());
        }
        Part costSlope = all.named(Kind.COST_SLOPE, j);
        List<Remark> excused = source.zone().excuses(source.output(j), source.target(j))
                ? List.of(new Remark.InsideMargin(source.zone().margin()))
                : List.of();
        if (source.isSoftmax(q.l())) {
            Part parts = Part.product(a, Part.minus(costSlope, all.named(Kind.SPREAD)));
            return Explanation.of(q, delta(q), parts, new Remark.EveryOutputFeels());
        }
        Part parts = Part.product(costSlope, all.named(Kind.SLOPE, q.l(), j));
        return Explanation.of(q, delta(q), parts, excused.toArray(Remark[]::new));
    }

    private Explanation hiddenDelta(Quantity q) {
        Part back = all.named(Kind.BACK, q.l(), q.j());
        Part slope = all.named(Kind.SLOPE, q.l(), q.j());
        return source.kept(q.l(), q.j())
                .map(factor -> Explanation.of(
                        q,
                        delta(q),
                        Part.product(back, new Constant(factor), slope),
                        factor == 0 ? new Remark.Dropped() : new Remark.ScaledUp(factor)))
                .orElseGet(() -> Explanation.of(q, delta(q), Part.product(back, slope)));
    }
}
