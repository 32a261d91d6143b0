package downhill.insight.explanation;

import downhill.math.Elementary;
import downhill.math.Formula;
import downhill.net.activation.Activation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A part of a formula with the value that it comes to. The value of a compound part follows from its own parts. */
public sealed interface Part {
    /** The most terms of a long sum that are shown one by one. */
    int MOST_TERMS = 6;

    double value();

    /** A number that can be opened further. */
    record Named(Quantity quantity, double value) implements Part {}

    /** A fixed number of the formula, such as 1/2. */
    record Constant(double value) implements Part {}

    /** The share of another example of the batch. */
    record Share(int example, double value) implements Part {}

    /** The smaller terms of a long sum, taken together. */
    record Rest(int count, double value) implements Part {}

    record Sum(List<Part> terms) implements Part {
        @Override
        public double value() {
            return terms.stream().mapToDouble(Part::value).sum();
        }
    }

    record Difference(Part from, Part taken) implements Part {
        @Override
        public double value() {
            return from.value() - taken.value();
        }
    }

    record Product(List<Part> factors) implements Part {
        @Override
        public double value() {
            return factors.stream().mapToDouble(Part::value).reduce(1, (a, b) -> a * b);
        }
    }

    record Quotient(Part over, Part under) implements Part {
        @Override
        public double value() {
            return over.value() / under.value();
        }
    }

    /** A power with a whole exponent from 0, by squaring. */
    record Power(Part base, int exponent) implements Part {
        @Override
        public double value() {
            double power = 1;
            double square = base.value();
            for (int rest = exponent; rest > 0; rest >>= 1) {
                power *= (rest & 1) == 1 ? square : 1;
                square *= square;
            }
            return power;
        }
    }

    record Root(Part of) implements Part {
        @Override
        public double value() {
            return Math.sqrt(of.value());
        }
    }

    record Opposite(Part of) implements Part {
        @Override
        public double value() {
            return -of.value();
        }
    }

    record Exponential(Part of) implements Part {
        @Override
        public double value() {
            return Elementary.exp(of.value());
        }
    }

    record Logarithm(Part of) implements Part {
        @Override
        public double value() {
            return Elementary.log(of.value());
        }
    }

    /** -1, 0 or 1, as the number is below, at or above 0. */
    record Sign(Part of) implements Part {
        @Override
        public double value() {
            return Math.signum(of.value());
        }
    }

    /** An activation function of one neuron's weighted sum; not a softmax. */
    record Curved(Activation activation, Part of) implements Part {
        @Override
        public double value() {
            return activation.curve().orElseThrow().value(of.value());
        }
    }

    /** One number where z is above 0, another one elsewhere. */
    record Step(Part z, double above, double elsewhere) implements Part {
        @Override
        public double value() {
            return z.value() > 0 ? above : elsewhere;
        }
    }

    /** The parts of a formula, with a part for each symbol. */
    static <S> Part of(Formula<S> formula, Function<S, Part> symbols) {
        return switch (formula) {
            case Formula.Symbol<S> f -> symbols.apply(f.symbol());
            case Formula.Constant<S> f -> new Constant(f.value());
            case Formula.Sum<S> f -> new Sum(all(f.terms(), symbols));
            case Formula.Difference<S> f -> minus(of(f.from(), symbols), of(f.taken(), symbols));
            case Formula.Product<S> f -> new Product(all(f.factors(), symbols));
            case Formula.Quotient<S> f -> new Quotient(of(f.over(), symbols), of(f.under(), symbols));
            case Formula.Power<S> f -> new Power(of(f.base(), symbols), f.exponent());
            case Formula.Root<S> f -> new Root(of(f.of(), symbols));
            case Formula.Opposite<S> f -> new Opposite(of(f.of(), symbols));
            case Formula.Sign<S> f -> new Sign(of(f.of(), symbols));
        };
    }

    private static <S> List<Part> all(List<Formula<S>> formulas, Function<S, Part> symbols) {
        return formulas.stream().map(formula -> of(formula, symbols)).toList();
    }

    static Part product(Part... factors) {
        return new Product(List.of(factors));
    }

    static Part sum(Part... terms) {
        return new Sum(List.of(terms));
    }

    static Part minus(Part from, Part taken) {
        return new Difference(from, taken);
    }

    /** 1 - part. */
    static Part rest(Part part) {
        return new Difference(new Constant(1), part);
    }

    /** The terms of a sum; if it is long, the largest stay single and keep their order. */
    static List<Part> largest(List<Part> terms) {
        if (terms.size() <= MOST_TERMS) {
            return terms;
        }
        double least = terms.stream()
                .map(term -> Math.abs(term.value()))
                .sorted(Comparator.reverseOrder())
                .skip(MOST_TERMS - 1L)
                .findFirst()
                .orElseThrow();
        List<Part> shown = new ArrayList<>();
        double left = 0;
        for (Part term : terms) {
            if (shown.size() < MOST_TERMS && Math.abs(term.value()) >= least) {
                shown.add(term);
            } else {
                left += term.value();
            }
        }
        shown.add(new Rest(terms.size() - shown.size(), left));
        return List.copyOf(shown);
    }
}
