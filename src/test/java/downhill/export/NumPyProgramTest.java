package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.train.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumPyProgramTest {
    static List<Cases.Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProgramPrintsTheRunsCosts(Cases.Case tried, @TempDir Path folder) throws IOException {
        Optional<Python> python = Python.with("numpy", folder);
        assumeTrue(python.isPresent(), "there is no python3 with numpy here");
        History run = tried.run();
        String program = Programs.write(Format.NUMPY, Cases.recipe(run));
        List<String> lines = python.get().run(program, folder).lines().toList();
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
