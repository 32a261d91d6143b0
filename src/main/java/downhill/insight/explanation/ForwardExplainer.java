package downhill.insight.explanation;

import downhill.insight.explanation.Part.Constant;
import downhill.insight.explanation.Part.Curved;
import downhill.insight.explanation.Part.Exponential;
import downhill.insight.explanation.Part.Quotient;
import downhill.insight.explanation.Part.Step;
import downhill.insight.explanation.Part.Sum;
import downhill.math.Curve;
import downhill.math.Formula;
import downhill.net.activation.SlopeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The forward pass: z = sum over k of w a + b, a = f(z), and the slope of f at z. */
final class ForwardExplainer {
    /** Above this, e^z is shown relative to the largest z, as the engine computes it: e^709 is the largest double. */
    static final double LARGE = 500;

    private final Source source;
    private final Explainer all;

    ForwardExplainer(Source source, Explainer all) {
        this.source = source;
        this.all = all;
    }

    Explanation explain(Quantity q) {
        return switch (q.kind()) {
            case INPUT -> Explanation.given(q, source.pass().activations()[0][q.only()]);
            case WEIGHT, BIAS -> parameter(q);
            case SUM -> Explanation.of(q, source.z(q.l(), q.j()), sum(q.l(), q.j()));
            case ACTIVATION -> activation(q);
            case TOTAL -> Explanation.of(q, total());
            default -> slope(q);
        };
    }

    private Explanation parameter(Quantity q) {
        double value = source.value(q.parameter());
        return source.isMissing(q.parameter())
                ? Explanation.given(q, value, new Remark.NotConnected())
                : Explanation.given(q, value);
    }

    private Part sum(int l, int j) {
        List<Part> terms = new ArrayList<>(Part.largest(IntStream.range(
                        0, source.network().shape().width(l))
                .mapToObj(k -> Part.product(all.named(Kind.WEIGHT, l, j, k), all.entering(l, k)))
                .toList()));
        terms.add(all.named(Kind.BIAS, l, j));
        return new Sum(List.copyOf(terms));
    }

    private Explanation activation(Quantity q) {
        double a = source.pass().activations()[q.l() + 1][q.j()];
        if (source.isSoftmax(q.l())) {
            Part share = new Quotient(new Exponential(shifted(q.j())), all.named(Kind.TOTAL));
            return Explanation.of(q, a, share, new Remark.EveryOutputFeels());
        }
        Part curved = curved(q.l(), q.j());
        return source.kept(q.l(), q.j())
                .map(factor -> Explanation.of(
                        q,
                        a,
                        Part.product(curved, new Constant(factor)),
                        factor == 0 ? new Remark.Dropped() : new Remark.ScaledUp(factor)))
                .orElseGet(() -> Explanation.of(q, a, curved));
    }

    private Part curved(int l, int j) {
        return new Curved(source.network().activation(l), all.named(Kind.SUM, l, j));
    }

    private Part total() {
        return new Sum(Part.largest(IntStream.range(0, source.outputs())
                .mapToObj(j -> (Part) new Exponential(shifted(j)))
                .toList()));
    }

    /** An output's z, less the largest one where e^z would be beyond all numbers. */
    private Part shifted(int j) {
        int l = source.last();
        double largest = IntStream.range(0, source.outputs())
                .mapToDouble(i -> source.z(l, i))
                .max()
                .orElseThrow();
        Part z = all.named(Kind.SUM, l, j);
        return Math.abs(largest) > LARGE ? Part.minus(z, new Constant(largest)) : z;
    }

    private Explanation slope(Quantity q) {
        int l = q.l();
        Part z = all.named(Kind.SUM, l, q.j());
        // Dropout divides or zeroes f(z), and the slope belongs to f(z) itself.
        Part a = source.kept(l, q.j()).isPresent() ? curved(l, q.j()) : all.named(Kind.ACTIVATION, l, q.j());
        Curve curve = source.curve(l);
        double value = curve.slope(z.value(), curve.value(z.value()));
        Formula<SlopeSymbol> formula =
                source.network().activation(l).slopeFormula().orElseThrow();
        return Explanation.of(q, value, Part.of(formula, symbol -> switch (symbol) {
            case SlopeSymbol.WeightedInput s -> z;
            case SlopeSymbol.Value s -> a;
            case SlopeSymbol.Other s -> new Curved(s.activation(), z);
            case SlopeSymbol.Step s -> new Step(z, s.above(), s.elsewhere());
        }));
    }
}
