package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import downhill.insight.Histories;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.json.ApiDescription;
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

/** The places where a class that a guide adds is met: training, gradients, explanations, programs, the interface's description. */
abstract class AddedChecks implements Runnable {
    private static final int STEPS = 60;

    private final Path folder;
    private final History run;

    /** Checks with a run of this specification. */
    AddedChecks(Path folder, String spec) {
        this.folder = folder;
        this.run = Histories.of(spec, STEPS);
    }

    /** The checks of one kind of class. */
    abstract void checkMore();

    @Override
    public void run() {
        assertThat(run.cost(STEPS)).isLessThan(run.cost(0));
        GradientTest.check(run.newest());
        try {
            checkPrograms();
            checkMore();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number equals the parts that explain it. */
    final void checkExplanation(Kind kind, int... at) {
        Explanation explanation = new Explainer(run.newest(), 0).explainAny(kind, at);
        assertThat(explanation.parts().orElseThrow().value()).isCloseTo(explanation.value(), within(1e-12));
    }

    final String program(Format format) {
        return Programs.write(format, Cases.recipe(run));
    }

    /** The description of the interface as it is served. */
    static String description() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("/downhill/web/api/openapi.json")) {
            byte[] served = ApiDescription.withNames(Objects.requireNonNull(in).readAllBytes());
            return new String(served, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkPrograms() throws IOException {
        Optional<Python> python = Python.with("numpy");
        if (python.isPresent()) {
            List<String> lines =
                    python.get().run(program(Format.NUMPY), folder).lines().toList();
            for (int step = 0; step <= STEPS; step++) {
                double cost = Double.parseDouble(lines.get(step).split(" ", -1)[1]);
                assertThat(cost).isCloseTo(run.cost(step), withPercentage(1e-9));
            }
        }
        List<String> printed = printed(program(Format.JAVA));
        for (int step = 0; step <= STEPS; step++) {
            assertThat(printed.get(step)).isEqualTo(step + " " + run.cost(step));
        }
    }

    /** The lines that a Java program prints, in a process of its own. */
    private List<String> printed(String program) throws IOException {
        Path file = Files.writeString(folder.resolve(Format.JAVA.file()), program);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().toList();
    }
}
