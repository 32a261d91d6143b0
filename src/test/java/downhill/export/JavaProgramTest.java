package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.train.history.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaProgramTest {
    private static final PrintStream OUT = System.out;

    /** The standard output of each thread: other tests run beside this one. */
    private static final ThreadLocal<OutputStream> PRINTED = ThreadLocal.withInitial(() -> OUT);

    @BeforeAll
    static void divideOutput() {
        System.setOut(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        PRINTED.get().write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        PRINTED.get().write(bytes, from, length);
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    @AfterAll
    static void undivideOutput() {
        System.setOut(OUT);
    }

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

    /** The output of the compiled program's main, run in this process. */
    private static List<String> run(Path folder) throws IOException, ReflectiveOperationException {
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            PRINTED.set(printed);
            loader.loadClass("Downhill").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            PRINTED.remove();
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
