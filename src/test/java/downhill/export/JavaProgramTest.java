package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.history.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaProgramTest {
    static List<Cases.Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProgramPrintsTheRunsCostsToTheLastBit(Cases.Case tried, @TempDir Path folder) throws Exception {
        History run = tried.run();
        List<String> lines = printed(Programs.write(Format.JAVA, Cases.recipe(run)), folder);
        assertThat(lines).hasSize(run.step() + 1);
        for (int step = 0; step <= run.step(); step++) {
            assertThat(lines.get(step)).isEqualTo(step + " " + run.cost(step));
        }
    }

    private static List<String> printed(String program, Path folder) throws Exception {
        Path file = folder.resolve(Format.JAVA.file());
        Files.writeString(file, program);
        var said = new ByteArrayOutputStream();
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-Xlint:all", "-d", folder.toString(), file.toString());
        assertThat(failures)
                .as(() -> said.toString(StandardCharsets.UTF_8) + program)
                .isZero();
        return run(folder);
    }

    /** What the compiled program's main prints, run in this process. */
    private static List<String> run(Path folder) throws IOException, ReflectiveOperationException {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Downhill").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
