package downhill.insight.description;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.explanation.RandomSpecs;
import downhill.insight.explanation.ShownFormula;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each number of a described step equals the result of the numbers in its sentence, to the last written digit. */
class DescribedFormulasTest {
    private static final int SPECS = 500;

    /** A sentence, the formulas in it, and the number that each comes to; $1 is the sentence's first group. */
    private record Rule(Pattern sentence, List<String> formulas, List<String> results) {
        private static Rule of(String sentence, String... pairs) {
            return new Rule(
                    Pattern.compile(sentence),
                    IntStream.range(0, pairs.length / 2)
                            .mapToObj(i -> pairs[2 * i])
                            .toList(),
                    IntStream.range(0, pairs.length / 2)
                            .mapToObj(i -> pairs[2 * i + 1])
                            .toList());
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(".* adds up (.+) and its bias (.+): z is (.+)\\.", "$1 + $2", "$3"),
            Rule.of(".*: (\\S+) of z (.+), times (.+) for dropout, is (.+)\\.", "$1 ( $2 ) × $3", "$4"),
            Rule.of(".*: (\\S+) of z (.+) is (.+)\\.", "$1 ( $2 )", "$3"),
            Rule.of(".*: delta (.+) times activation (.+) is its gradient, (.+)\\. This.*", "$1 × $2", "$3"),
            Rule.of(
                    ".*the cost’s slope there, (.+), times the slope of its \\S+, (.+), is its delta, (.+)\\.",
                    "$1 × $2",
                    "$3"),
            Rule.of(
                    ".* gets back (.+), together (.+?), times (.+) for dropout, times the slope of its \\S+, (.+), is its delta, (.+)\\.",
                    "$1",
                    "$2",
                    "$2 × $3 × $4",
                    "$5"),
            Rule.of(
                    ".* gets back (.+), together (.+?), times the slope of its \\S+, (.+), is its delta, (.+)\\.",
                    "$1",
                    "$2",
                    "$2 × $3",
                    "$4"),
            Rule.of(
                    ".* answers (.+) where (.+) was wanted: with this cost the difference is its delta, (.+)\\.",
                    "$1 − $2",
                    "$3"),
            Rule.of(
                    ".* goes from (.+?) to (?!the )(.+?), by (.+?): (.+?)(?:, which is what .*)?\\.",
                    "$1 + $3",
                    "$2",
                    "$4",
                    "$3"));

    /** Sentences in which no number is made of others. */
    private static final Pattern PLAIN = Pattern.compile(
            "Moment .*|.* over the whole layer gives .*|.*[Dd]ropout switched .*|.* within the margin .*|.*: its delta is .*"
                    + "|.*: it is held still\\.|.*: there is no connection here\\.|.*neuron’s delta is its gradient.*");

    private static final String NOUNS =
            "\\b(?:the learning rate|its gradient|the momentum|its velocity|its new velocity"
                    + "|its gradients’ squares|its mean gradient|its mean square|epsilon|the weight decay|the rule’s change|the delta"
                    + "|\\d+ smaller ones, together)(?= )";

    private static String written(String spoken) {
        return Pattern.compile(" times 10 to the (−?\\d+)")
                .matcher(spoken)
                .replaceAll(m -> " × 10" + raised(m.group(1)))
                .replaceAll(NOUNS, "")
                .replaceAll("the sum of the root of +(.+) and +(.+)", "( √ ( $1 ) + $2 )")
                .replaceAll("the sum of +(.+) and +(.+)", "( $1 + $2 )")
                .replace(" times ", " × ")
                .replace(" plus ", " + ")
                .replaceAll("\\bminus ", "− ")
                .replace("divided by", "/")
                .replaceFirst("^\\+", "");
    }

    private static String raised(String exponent) {
        return exponent.codePoints()
                .mapToObj(c -> c == '−' ? "⁻" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')))
                .reduce("", String::concat);
    }

    private static String filled(String template, Matcher sentence) {
        String text = template;
        for (int i = 1; i <= sentence.groupCount(); i++) {
            text = text.replace(
                    "$" + i,
                    Optional.ofNullable(sentence.group(i))
                            .map(DescribedFormulasTest::written)
                            .orElse(""));
        }
        return text;
    }

    /** Works a sentence out; returns how many formulas it has. */
    private static int check(String sentence, String spec) {
        if (PLAIN.matcher(sentence).matches()) {
            return 0;
        }
        Rule rule = RULES.stream()
                .filter(r -> r.sentence().matcher(sentence).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No rule for: " + sentence));
        Matcher matcher = rule.sentence().matcher(sentence);
        assertThat(matcher.matches()).isTrue();
        for (int i = 0; i < rule.formulas().size(); i++) {
            String formula = filled(rule.formulas().get(i), matcher);
            String result = filled(rule.results().get(i), matcher);
            assertThat(ShownFormula.agrees(result, List.of(formula)))
                    .as("%s: %s = %s, of %s", sentence, result, formula, spec)
                    .isTrue();
        }
        return rule.formulas().size();
    }

    private static List<String> substeps(Run run) {
        List<String> substeps = new ArrayList<>();
        for (int l = 1; l <= run.network().depth(); l++) {
            for (String part : List.of("z", "a", "delta", "gradient", "update")) {
                substeps.add(part + " " + l);
            }
        }
        return substeps;
    }

    @Test
    void everySentenceOfAStepIsRightAsItIsTold() {
        int carriedOut = 0;
        int formulas = 0;
        for (int seed = 20_000; carriedOut < SPECS; seed++) {
            String spec = RandomSpecs.of(seed);
            Run run;
            try {
                run = Histories.of(spec, 1).newest();
            } catch (RefusedException | IllegalStateException e) {
                continue;
            }
            carriedOut++;
            for (String substep : substeps(run)) {
                for (String sentence : Runs.at(run, substep).sentences()) {
                    formulas += check(sentence, spec);
                }
            }
        }
        assertThat(formulas).isGreaterThan(SPECS * 10);
    }
}
