package downhill;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.net.activation.Activations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide in README.md is followed word by word: "I want to add an activation". */
class AddedActivationTest {
    private static final Path LIST = Path.of("src/main/java/downhill/net/activation/Activations.java");
    private static final String FENCE = "```";

    /** The classes of this application once more, but for those that a folder has newer ones of. */
    private static final class Rebuilt extends ClassLoader {
        private final Path folder;

        Rebuilt(Path folder) {
            super(AddedActivationTest.class.getClassLoader());
            this.folder = folder;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null
                        ? known
                        : name.startsWith("downhill.") ? define(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            Path newer = folder.resolve(file);
            try (InputStream in = Files.exists(newer) ? Files.newInputStream(newer) : getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void oneClassAndItsLineInTheListAreEnough(@TempDir Path folder) throws Exception {
        String guide = Files.readString(Path.of("README.md"));
        assertThat(guide).contains("Add `new Silu()` to the list in `Activations`");
        String list = Files.readString(LIST);
        assertThat(list).contains("new Softmax())");
        compile(
                folder,
                write(folder, "Silu.java", classOf(guide)),
                write(folder, "Activations.java", list.replace("new Softmax())", "new Softmax(), new Silu())")));
        Runnable checks = (Runnable) new Rebuilt(folder)
                .loadClass("downhill.export.AddedActivationChecks")
                .getConstructor(Path.class)
                .newInstance(folder);
        checks.run();
        assertThat(Activations.named("silu")).isEmpty();
    }

    /** The first block of Java of the guide, which is indented as a part of a list. */
    private static String classOf(String guide) {
        int start = guide.indexOf(FENCE + "java\n") + FENCE.length() + "java\n".length();
        return guide.substring(start, guide.indexOf(FENCE, start)).indent(-3);
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void compile(Path folder, Path... files) throws Exception {
        var said = new ByteArrayOutputStream();
        Path classes = Path.of(Activations.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String[] options = {"-proc:none", "-classpath", classes.toString(), "-d", folder.toString()};
        List<String> arguments = new java.util.ArrayList<>(List.of(options));
        List.of(files).forEach(file -> arguments.add(file.toString()));
        int failures = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(failures).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
