package downhill.insight.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.json.ExplanationJson;
import downhill.math.text.NumberText;
import downhill.train.history.History;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each number of an equation equals what the texts beside it give, to the last shown digit. */
class ShownExplanationsTest {
    private static final int SPECS = 500;
    private static final int STEPS = 2;

    private static Optional<History> history(String spec) {
        try {
            return Optional.of(Histories.of(spec, STEPS));
        } catch (RefusedException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static String shown(JsonNode part) {
        JsonNode value = part.path("value");
        if (part.has("sign")) {
            return part.get("sign").stringValue();
        }
        boolean isConstant = !part.has("of") && part.get("title").stringValue().isEmpty();
        return value.isNull()
                ? "infinite"
                : isConstant
                        ? ShownFormula.exactly(NumberText.plain(value.doubleValue(), 6))
                        : NumberText.brief(value.doubleValue());
    }

    private static JsonNode explained(Run run, int example, Quantity quantity) {
        byte[] json = ExplanationJson.write(run, example, List.of(quantity));
        return JsonMapper.shared().readTree(json).at("/explanations/0");
    }

    /** Opens everything below the gradient and the new value of some weights; returns how many formulas there are. */
    private static int open(Run run, int example, String spec) {
        int last = run.network().depth() - 1;
        Deque<String> left =
                new ArrayDeque<>(List.of("cost", "new.0.0.0", "new." + last + ".0", "delta.0.1", "gradient.0.1.1"));
        Set<String> seen = new HashSet<>(left);
        int formulas = 0;
        while (!left.isEmpty()) {
            Optional<Quantity> quantity =
                    Quantity.named(left.pop(), run.network().shape());
            if (quantity.isEmpty()) {
                continue;
            }
            JsonNode explanation = explained(run, example, quantity.get());
            List<JsonNode> parts = explanation.get("parts").valueStream().toList();
            if (parts.isEmpty()) {
                continue;
            }
            formulas++;
            List<String> formula =
                    parts.stream().map(ShownExplanationsTest::shown).toList();
            assertThat(ShownFormula.agrees(shown(explanation), formula))
                    .as("%s: %s = %s, of %s", quantity.get().name(), shown(explanation), formula, spec)
                    .isTrue();
            parts.stream()
                    .filter(part -> part.path("opens").asBoolean(false))
                    .map(part -> part.get("of").stringValue())
                    .filter(seen::add)
                    .forEach(left::push);
        }
        return formulas;
    }

    @Test
    void everyEquationIsRightAsItStands() {
        int carriedOut = 0;
        int formulas = 0;
        for (int seed = 10_000; carriedOut < SPECS; seed++) {
            String spec = RandomSpecs.of(seed);
            Optional<History> history = history(spec);
            if (history.isPresent()) {
                carriedOut++;
                Run run = history.get().newest();
                formulas += open(run, run.batch()[0], spec);
            }
        }
        assertThat(formulas).isGreaterThan(SPECS * 10);
    }

    @Test
    void aReaderWorksFormulasOutAsTheyStand() {
        assertThat(ShownFormula.agrees(
                        "0.500",
                        Stream.of("1.00", "×", "(", "1.00", "−", "0.500", ")").toList()))
                .isTrue();
        assertThat(ShownFormula.agrees("0", List.of("−0.100", "×", "0.0900"))).isFalse();
        assertThat(ShownFormula.agrees("−0.00900", List.of("−0.100", "×", "0.0900")))
                .isTrue();
        assertThat(ShownFormula.agrees("−0.00950", List.of("−0.100", "×", "0.0900")))
                .isFalse();
    }
}
