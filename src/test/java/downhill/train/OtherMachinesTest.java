package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Kernels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bits in processes that are made like other machines: narrower vectors, none, an interpreter, another compiler. */
class OtherMachinesTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    /** A process that prints its kernels and the hash of its runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Kernels best = Kernels.best();
            System.out.println(best.getClass().getSimpleName() + " " + Long.toHexString(GoldenTest.shortHash(best)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VectorKernels, -Ddownhill.vector.bits=128",
        "VectorKernels, -Ddownhill.vector.bits=256",
        "VectorKernels, -Xint",
        "VectorKernels, -XX:TieredStopAtLevel=1",
        "PlainKernels, none",
    })
    void theBitsAreTheSame(String kernels, String flag) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!flag.equals("none")) {
            command.addAll(List.of(VECTORS, flag));
        }
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classes, Child.class.getName()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        assertThat(said.strip()).isEqualTo(kernels + " " + Long.toHexString(GoldenTest.shortHash(Kernels.plain())));
    }
}
