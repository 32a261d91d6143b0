package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.train.history.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonProgramsTest {
    private final Optional<Python> withNumPy = Python.with("numpy");
    private final Optional<Python> withTorch = Python.with("torch");

    static List<Cases.Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumPyProgramPrintsTheRunsCosts(Cases.Case tried, @TempDir Path folder) throws IOException {
        assumeTrue(withNumPy.isPresent(), "there is no python3 with numpy here");
        tryOut(Format.NUMPY, tried, withNumPy.get(), folder);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePyTorchProgramPrintsTheRunsCosts(Cases.Case tried, @TempDir Path folder) throws IOException {
        assumeTrue(withTorch.isPresent(), "there is no python3 with torch here");
        tryOut(Format.PYTORCH, tried, withTorch.get(), folder);
    }

    private static void tryOut(Format format, Cases.Case tried, Python python, Path folder) throws IOException {
        History run = tried.run();
        String program = Programs.write(format, Cases.recipe(run));
        List<String> lines = python.run(program, folder).lines().toList();
        assertThat(lines).hasSize(run.step() + 1);
        for (int step = 0; step <= run.step(); step++) {
            String[] words = lines.get(step).split(" ", -1);
            assertThat(words[0]).isEqualTo(String.valueOf(step));
            assertThat(Double.parseDouble(words[1]))
                    .as("cost of step %s", step)
                    .isCloseTo(run.cost(step), withPercentage(1e-10));
        }
    }
}
