package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import downhill.insight.Histories;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.json.ApiDescription;
import downhill.json.page.ActivationJson;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import downhill.train.GradientTest;
import downhill.train.history.History;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The places where an activation is met, for the one that the guide adds. */
public final class AddedActivationChecks implements Runnable {
    private static final int STEPS = 60;
    private static final String SPEC = """
            {"seed": 3, "data": {"name": "moons", "count": 30}, "network": {"layers": [2, 5, 4, 1],
             "activations": ["silu", "silu", "sigmoid"]}, "optimizer": {"learningRate": 0.5}}""";

    private final Path folder;
    private final History run = Histories.of(SPEC, STEPS);

    public AddedActivationChecks(Path folder) {
        this.folder = folder;
    }

    @Override
    public void run() {
        assertThat(run.cost(STEPS)).isLessThan(run.cost(0));
        GradientTest.check(run.newest());
        explained();
        offered();
        try {
            exported();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void explained() {
        Explainer explainer = new Explainer(run.newest(), 0);
        for (Kind kind : List.of(Kind.ACTIVATION, Kind.SLOPE)) {
            Explanation explanation = explainer.explainAny(kind, 1, 2);
            assertThat(explanation.parts().orElseThrow().value()).isCloseTo(explanation.value(), within(1e-12));
        }
    }

    private static void offered() {
        assertThat(Activations.inPlayground()).extracting(Activation::label).contains("silu");
        assertThat(ActivationJson.all()).contains("\"silu\"");
        try (InputStream in = ApiDescription.class.getResourceAsStream("/downhill/web/api/openapi.json")) {
            byte[] described =
                    ApiDescription.withNames(Objects.requireNonNull(in).readAllBytes());
            assertThat(new String(described, StandardCharsets.UTF_8)).contains("\"softmax\",\"silu\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void exported() throws IOException {
        Recipe recipe = Cases.recipe(run);
        assertThat(Programs.write(Format.PYTORCH, recipe)).contains("activations = [F.silu, F.silu, torch.sigmoid]");
        Optional<Python> python = Python.with("numpy");
        if (python.isPresent()) {
            List<String> lines = python.get()
                    .run(Programs.write(Format.NUMPY, recipe), folder)
                    .lines()
                    .toList();
            for (int step = 0; step <= STEPS; step++) {
                double cost = Double.parseDouble(lines.get(step).split(" ", -1)[1]);
                assertThat(cost).isCloseTo(run.cost(step), withPercentage(1e-9));
            }
        }
        List<String> printed = java(Programs.write(Format.JAVA, recipe));
        for (int step = 0; step <= STEPS; step++) {
            assertThat(printed.get(step)).isEqualTo(step + " " + run.cost(step));
        }
    }

    /** The lines that a Java program prints, in a process of its own. */
    private List<String> java(String program) throws IOException {
        Path file = Files.writeString(folder.resolve(Format.JAVA.file()), program);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().toList();
    }
}
