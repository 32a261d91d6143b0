package downhill.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Held against reference/circuits.json and reference/micrograd.json, which name the source of every example. */
class PublishedCircuitsTest {
    /** The examples by the name that the reference gives them, with the names of its intermediate quantities. */
    private static final Map<String, String> CIRCUITS = Map.ofEntries(
            Map.entry("cs231n (x+y)z", "q = x + y; f = q*z"),
            Map.entry("cs231n xy", "x*y"),
            Map.entry("cs231n sigmoid neuron", """
                    w0x0 = w0*x0
                    w1x1 = w1*x1
                    sum = w0x0 + w1x1
                    dot = sum + w2
                    neg = -dot
                    exponential = exp(neg)
                    plus1 = 1 + exponential
                    f = 1/plus1"""),
            Map.entry("cs231n staged (x+s(y))/(s(x)+(x+y)^2)", """
                    sigy = sigmoid(y); num = x + sigy
                    sigx = sigmoid(x); xpy = x + y; xpysqr = xpy^2
                    den = sigx + xpysqr; invden = 1/den
                    f = num*invden"""),
            Map.entry("cs231n add/mul/max patterns", "xy = x*y; larger = max(z, w); sum = xy + larger; f = 2*sum"),
            Map.entry("Colah e=(a+b)(b+1)", "c = a + b; d = b + 1; e = c*d"),
            Map.entry(
                    "Baydin et al. ln x1 + x1x2 - sin x2",
                    "v1 = log(x1); v2 = x1*x2; v3 = sin(x2); v4 = v1 + v2; y = v4 - v3"),
            Map.entry("Karpathy micrograd lecture tanh neuron", "n = x1*w1 + x2*w2 + b; o = tanh(n)"),
            Map.entry("Karpathy micrograd lecture L=(a*b+c)*f", "e = a*b; d = e + c; L = d*f"),
            Map.entry("Karpathy Hacker's guide single neuron", "s = a*x + b*y + c; f = sigmoid(s)"),
            Map.entry("Andrew Ng J=3(a+bc)", "u = b*c; v = a + u; J = 3*v"));

    /** Names of the reference that are functions here. */
    private static final Map<String, String> RENAMED = Map.of("exp", "exponential", "max", "larger");

    private static final String MICROGRAD = """
            c0 = a + b
            d0 = a*b + b^3
            c1 = c0 + (c0 + 1)
            c = c1 + (1 + c1 + -a)
            d1 = d0 + (d0*2 + relu(b + a))
            d = d1 + (3*d1 + relu(b - a))
            e = c - d
            f = e^2
            g0 = f/2
            g = g0 + 10/f""";

    private static JsonNode reference(String name) {
        try (InputStream in = PublishedCircuitsTest.class.getResourceAsStream("/reference/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphEvaluation evaluate(String text, JsonNode inputs) {
        Map<String, Double> values = new HashMap<>();
        inputs.propertyStream()
                .forEach(input -> values.put(input.getKey(), input.getValue().asDouble()));
        return GraphEvaluation.of(Graph.of(text), values);
    }

    private static Node node(GraphEvaluation evaluation, String name) {
        return evaluation.graph().nodes().stream()
                .filter(n -> n.name()
                        .filter(RENAMED.getOrDefault(name, name)::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static void assertClose(String what, double actual, double expected) {
        double allowed = 1e-14 * Math.max(1, Math.abs(expected));
        assertThat(actual).as(what).isCloseTo(expected, within(allowed));
    }

    @TestFactory
    List<DynamicTest> valuesAndGradientsAreThePublishedOnes() {
        return reference("circuits.json")
                .get("examples")
                .valueStream()
                .map(example -> DynamicTest.dynamicTest(example.get("name").asString(), () -> check(example)))
                .toList();
    }

    private static void check(JsonNode example) {
        String text = Objects.requireNonNull(CIRCUITS.get(example.get("name").asString()));
        GraphEvaluation evaluation = evaluate(text, example.get("inputs"));
        assertClose(
                "output",
                evaluation.value(evaluation.graph().output()),
                example.get("output").asDouble());
        example.get("intermediates").propertyStream().forEach(quantity -> {
            int id = node(evaluation, quantity.getKey()).id();
            JsonNode expected = quantity.getValue();
            assertClose(
                    quantity.getKey(),
                    evaluation.value(id),
                    expected.get("value").asDouble());
            assertClose(
                    "d" + quantity.getKey(),
                    evaluation.gradient(id),
                    expected.get("grad").asDouble());
        });
        assertThat(example.get("grads").size()).isPositive();
        example.get("grads").propertyStream().forEach(gradient -> {
            int id = node(evaluation, gradient.getKey()).id();
            assertClose(
                    "d" + gradient.getKey(),
                    evaluation.gradient(id),
                    gradient.getValue().asDouble());
        });
    }

    @Test
    void microgradsReadmeExampleGivesItsNumbers() {
        JsonNode readme = reference("micrograd.json").get("readme");
        GraphEvaluation evaluation = evaluate(MICROGRAD, readme.get("inputs"));
        assertClose(
                "g",
                evaluation.value(evaluation.graph().output()),
                readme.get("g").asDouble());
        assertClose(
                "da",
                evaluation.gradient(node(evaluation, "a").id()),
                readme.get("da").asDouble());
        assertClose(
                "db",
                evaluation.gradient(node(evaluation, "b").id()),
                readme.get("db").asDouble());
        readme.get("intermediates")
                .propertyStream()
                .forEach(quantity -> assertClose(
                        quantity.getKey(),
                        evaluation.value(node(evaluation, quantity.getKey()).id()),
                        quantity.getValue().asDouble()));
    }

    @Test
    void microgradsSanityCheckGivesItsNumbers() {
        JsonNode check = reference("micrograd.json").get("sanity_check");
        String text = check.get("expr").asString().replace("2x", "2*x");
        GraphEvaluation evaluation =
                GraphEvaluation.of(Graph.of(text), Map.of("x", check.get("x").asDouble()));
        assertThat(evaluation.value(evaluation.graph().output()))
                .isEqualTo(check.get("y").asDouble());
        assertThat(evaluation.gradient(node(evaluation, "x").id()))
                .isEqualTo(check.get("dx").asDouble());
    }
}
