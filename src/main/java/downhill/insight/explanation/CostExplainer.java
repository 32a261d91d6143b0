package downhill.insight.explanation;

import downhill.insight.explanation.Part.Constant;
import downhill.insight.explanation.Part.Curved;
import downhill.insight.explanation.Part.Logarithm;
import downhill.insight.explanation.Part.Opposite;
import downhill.insight.explanation.Part.Power;
import downhill.insight.explanation.Part.Quotient;
import downhill.insight.explanation.Part.Sum;
import downhill.net.Cost;
import downhill.net.activation.Activation;
import downhill.net.activation.Softplus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The cost of the shown example, what the batch makes of its examples' costs, and the slope of the cost by an output. */
final class CostExplainer {
    /** Beyond this, 1 - sigmoid(z) has lost half of its digits, so the cost is explained from z as the engine computes it. */
    private static final double SATURATED = 15;

    private final Source source;
    private final Explainer all;

    CostExplainer(Source source, Explainer all) {
        this.source = source;
        this.all = all;
    }

    Explanation explain(Quantity q) {
        return switch (q.kind()) {
            case TARGET -> Explanation.given(q, source.target(q.only()));
            case COST -> whole(q);
            case OWN_COST -> own(q);
            default -> slope(q);
        };
    }

    /** The cost of the batch; a batch of the shown example alone has the terms of its cost, without a second name for it. */
    private Explanation whole(Quantity q) {
        double[] costs = source.probe().costs();
        return costs.length == 1 && source.place() == 0
                ? own(q)
                : new BatchExplainer(source).explain(q, source.run().cost(), all.named(Kind.OWN_COST), costs);
    }

    private Part output(int j) {
        return all.named(Kind.ACTIVATION, source.last(), j);
    }

    private Part target(int j) {
        return all.named(Kind.TARGET, j);
    }

    private boolean isExcused(int j) {
        return source.zone().excuses(source.output(j), source.target(j));
    }

    private Remark[] remarks(IntStream outputs) {
        return outputs.anyMatch(this::isExcused)
                ? new Remark[] {new Remark.InsideMargin(source.zone().margin())}
                : new Remark[0];
    }

    private Explanation own(Quantity q) {
        double cost = source.pass().cost();
        IntStream outputs = IntStream.range(0, source.outputs());
        return switch (source.cost()) {
            case Cost.HalfSquaredError c -> {
                List<Part> terms = outputs.filter(j -> !isExcused(j))
                        .mapToObj(j -> Part.product(new Constant(0.5), squared(j)))
                        .toList();
                yield Explanation.of(q, cost, of(terms), remarks(IntStream.range(0, source.outputs())));
            }
            case Cost.MeanSquaredError c ->
                Explanation.of(
                        q,
                        cost,
                        new Quotient(of(outputs.mapToObj(this::squared).toList()), new Constant(source.outputs())));
            case Cost.CrossEntropy c -> entropy(q, cost);
        };
    }

    private static Part of(List<Part> terms) {
        return terms.isEmpty() ? new Constant(0) : terms.size() == 1 ? terms.getFirst() : new Sum(Part.largest(terms));
    }

    private Part squared(int j) {
        return new Power(Part.minus(output(j), target(j)), 2);
    }

    private Explanation entropy(Quantity q, double cost) {
        boolean isSoftmax = source.isSoftmax(source.last());
        List<Part> terms = new ArrayList<>();
        boolean fromSum = false;
        for (int j = 0; j < source.outputs(); j++) {
            boolean isExtreme = isSoftmax ? source.output(j) == 0 : Math.abs(source.z(source.last(), j)) > SATURATED;
            if (isSoftmax && source.target(j) == 0) {
                continue;
            }
            terms.add(isSoftmax ? categorical(j, isExtreme) : binary(j, isExtreme));
            fromSum |= isExtreme;
        }
        return fromSum
                ? Explanation.of(q, cost, of(terms), new Remark.FromTheSum())
                : Explanation.of(q, cost, of(terms));
    }

    /** -y ln a; where a is too small for a number, y (ln of the softmax's total - z). */
    private Part categorical(int j, boolean isExtreme) {
        Part term = isExtreme ? surprise(j) : new Opposite(new Logarithm(output(j)));
        return source.target(j) == 1 ? term : Part.product(target(j), term);
    }

    private Part surprise(int j) {
        double largest = IntStream.range(0, source.outputs())
                .mapToDouble(i -> source.z(source.last(), i))
                .max()
                .orElseThrow();
        Part z = all.named(Kind.SUM, source.last(), j);
        Part shifted = Math.abs(largest) > ForwardExplainer.LARGE ? Part.minus(z, new Constant(largest)) : z;
        return Part.minus(new Logarithm(all.named(Kind.TOTAL)), shifted);
    }

    /** -(y ln a + (1 - y) ln(1 - a)), of which for y = 0 and y = 1 one term is left; where a is near 0 or 1, ln(1 + e^z) - y z. */
    private Part binary(int j, boolean isExtreme) {
        double y = source.target(j);
        Part z = all.named(Kind.SUM, source.last(), j);
        Activation softplus = new Softplus();
        if (isExtreme) {
            return y == 1
                    ? new Curved(softplus, new Opposite(z))
                    : y == 0
                            ? new Curved(softplus, z)
                            : Part.minus(new Curved(softplus, z), Part.product(target(j), z));
        }
        Part right = new Opposite(new Logarithm(output(j)));
        Part wrong = new Opposite(new Logarithm(Part.rest(output(j))));
        return y == 1
                ? right
                : y == 0 ? wrong : Part.sum(Part.product(target(j), right), Part.product(Part.rest(target(j)), wrong));
    }

    private Explanation slope(Quantity q) {
        int j = q.only();
        Part error = Part.minus(output(j), target(j));
        return switch (source.cost()) {
            case Cost.HalfSquaredError c
            when isExcused(j) -> Explanation.given(q, 0, new Remark.InsideMargin(c.margin()));
            case Cost.HalfSquaredError c -> Explanation.of(q, error);
            case Cost.MeanSquaredError c ->
                Explanation.of(q, Part.product(new Quotient(new Constant(2), new Constant(source.outputs())), error));
            case Cost.CrossEntropy c
            when source.isSoftmax(source.last()) -> Explanation.of(q, new Opposite(new Quotient(target(j), output(j))));
            case Cost.CrossEntropy c ->
                Explanation.of(q, new Quotient(error, Part.product(output(j), Part.rest(output(j)))));
        };
    }
}
