package downhill.insight.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.explanation.Part.Named;
import downhill.train.history.History;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each number that can be opened equals what its parts come to. */
class ExplainerTest {
    private static final int SPECS = 600;
    private static final int STEPS = 3;

    /** Parts are rounded at other places than the engine rounds, so a sum may differ by some rounding errors of its largest terms. */
    private static void assertHolds(Explanation explanation, String spec) {
        explanation.parts().ifPresent(parts -> {
            double scale = size(parts);
            assertThat(parts.value())
                    .as("%s of %s", explanation.quantity().name(), spec)
                    .isCloseTo(explanation.value(), org.assertj.core.api.Assertions.within(1e-12 * scale + 1e-300));
        });
    }

    /** The size of the largest intermediate number. */
    private static double size(Part part) {
        return Stream.concat(Stream.of(part), inside(part))
                .mapToDouble(ExplainerTest::magnitude)
                .max()
                .orElseThrow();
    }

    /** A part's size. A logarithm turns the relative error of its number, which is large after a subtraction, into an absolute one. */
    private static double magnitude(Part part) {
        return part instanceof Part.Logarithm logarithm
                ? Math.max(
                        Math.abs(part.value()),
                        size(logarithm.of()) / Math.abs(logarithm.of().value()))
                : Math.abs(part.value());
    }

    private static Stream<Part> inside(Part part) {
        Stream<Part> below = switch (part) {
            case Part.Sum p -> p.terms().stream();
            case Part.Product p -> p.factors().stream();
            case Part.Difference p -> Stream.of(p.from(), p.taken());
            case Part.Quotient p -> Stream.of(p.over(), p.under());
            case Part.Power p -> Stream.of(p.base());
            case Part.Root p -> Stream.of(p.of());
            case Part.Opposite p -> Stream.of(p.of());
            case Part.Exponential p -> Stream.of(p.of());
            case Part.Logarithm p -> Stream.of(p.of());
            case Part.Sign p -> Stream.of(p.of());
            case Part.Curved p -> Stream.of(p.of());
            case Part.Step p -> Stream.of(p.z());
            default -> Stream.of();
        };
        return below.flatMap(p -> Stream.concat(Stream.of(p), inside(p)));
    }

    /** Opens everything below these quantities; returns the kinds that were met. */
    private static Set<Kind> open(Explainer explainer, List<Quantity> roots, String spec) {
        Deque<Quantity> left = new ArrayDeque<>(roots);
        Set<Quantity> seen = new HashSet<>(roots);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        while (!left.isEmpty()) {
            Quantity next = left.pop();
            kinds.add(next.kind());
            Explanation explanation = explainer.explain(next).orElseThrow();
            assertHolds(explanation, spec);
            explanation.parts().stream()
                    .flatMap(part -> Stream.concat(Stream.of(part), inside(part)))
                    .filter(Named.class::isInstance)
                    .map(part -> ((Named) part).quantity())
                    .filter(seen::add)
                    .forEach(left::push);
        }
        return kinds;
    }

    private static List<Quantity> roots(Run run) {
        int last = run.network().depth() - 1;
        return Stream.of(
                        "cost",
                        "new.0.0.0",
                        "new.0.0",
                        "new." + last + ".0.1",
                        "update.0.1.1",
                        "delta.0.0",
                        "delta." + last + ".0",
                        "cost-slope.0")
                .flatMap(name -> Quantity.named(name, run.network().shape()).stream())
                .toList();
    }

    private static Optional<History> history(String spec) {
        try {
            return Optional.of(Histories.of(spec, STEPS));
        } catch (RefusedException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Test
    void everyOpenedNumberIsWhatItsPartsComeTo() {
        Set<Kind> met = EnumSet.noneOf(Kind.class);
        int carriedOut = 0;
        for (int seed = 0; carriedOut < SPECS; seed++) {
            String spec = RandomSpecs.of(seed);
            Optional<History> history = history(spec);
            if (history.isEmpty()) {
                continue;
            }
            carriedOut++;
            Run run = history.get().newest();
            for (int example : new int[] {run.batch()[0], 4}) {
                met.addAll(open(new Explainer(run, example), roots(run), spec));
            }
        }
        assertThat(met).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void costOfABatchOfOneHasTheTermsOfItsExample() {
        Run run = history("""
                {"data": {"name": "inline", "inputs": [[1, 2]], "targets": [[0, 1]]},
                 "network": {"layers": [2, 2], "activations": ["sigmoid"]}}""").orElseThrow().newest();
        Explanation cost = new Explainer(run, 0)
                .explain(Quantity.named("cost", run.network().shape()).orElseThrow())
                .orElseThrow();
        assertThat(inside(cost.parts().orElseThrow())
                        .filter(Named.class::isInstance)
                        .map(part -> ((Named) part).quantity().kind()))
                .containsOnly(Kind.ACTIVATION, Kind.TARGET);
        assertHolds(cost, "a batch of one");
    }
}
