package downhill;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.rule.UpdateRules;
import downhill.net.activation.Activations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guides in README.md are followed word by word: "I want to add an activation", "I want to add an optimizer". */
class AddedClassTest {
    private static final Path SOURCES = Path.of("src/main/java/downhill");
    private static final String FENCE = "```";
    private static final Pattern LIST = Pattern.compile("(?s)ALL =\\s+List\\.of\\((.*?)\\);");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    @TempDir
    Path folder = Path.of("");

    @Test
    void anActivationIsOneClassAndItsPlaceInTheList() throws Exception {
        follow("I want to add an activation", "Silu", "net/activation/Activations.java", "new Silu()");
        check("downhill.export.AddedActivationChecks");
        assertThat(Activations.named("silu"))
                .as("the guide adds one that is not there")
                .isEmpty();
    }

    /** Scripts take the activations from the list that the page hands over; the identity is an operation of formulas too. */
    @Test
    void noScriptNamesAnActivation() throws IOException {
        Pattern names = Pattern.compile(Activations.names().stream()
                .filter(name -> !name.equals("identity"))
                .collect(Collectors.joining("|", "\\b(", ")\\b")));
        try (Stream<Path> scripts = Files.walk(Path.of("web/static/js"))) {
            assertThat(scripts.filter(file -> file.toString().endsWith(".js")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    COMMENT.matcher(Files.readString(file)).replaceAll(""))
                            .doesNotContainPattern(names));
        }
    }

    @Test
    void anUpdateRuleIsOneClassAndItsPlaceInTheList() throws Exception {
        follow("I want to add an optimizer", "Signum", "descent/rule/UpdateRules.java", "new Signum(0.9)");
        check("downhill.export.AddedRuleChecks");
        assertThat(UpdateRules.named("signum"))
                .as("the guide adds one that is not there")
                .isEmpty();
    }

    /** Compiles a section's class and the list, to which the section's entry is added after the last one. */
    private void follow(String section, String name, String listFile, String entry)
            throws IOException, URISyntaxException {
        String guide = Files.readString(Path.of("README.md"));
        String steps = guide.substring(guide.indexOf("## " + section));
        Path list = SOURCES.resolve(listFile);
        assertThat(steps)
                .contains("Add `" + entry + "` to the list in `"
                        + list.getFileName().toString().replace(".java", "") + "`");
        String text = Files.readString(list);
        Matcher all = LIST.matcher(text);
        assertThat(all.find()).as("the list in %s", list).isTrue();
        compile(
                write(name + ".java", firstBlock(steps)),
                write(
                        list.getFileName().toString(),
                        text.substring(0, all.end(1)) + ", " + entry + text.substring(all.end(1))));
    }

    /** The first block of Java, which is indented as a part of a list. */
    private static String firstBlock(String steps) {
        int start = steps.indexOf(FENCE + "java\n") + FENCE.length() + "java\n".length();
        return steps.substring(start, steps.indexOf(FENCE, start)).indent(-3);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void compile(Path added, Path list) throws URISyntaxException {
        var said = new ByteArrayOutputStream();
        Path classes = Path.of(
                App.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-proc:none",
                        "-classpath",
                        classes.toString(),
                        "-d",
                        folder.toString(),
                        added.toString(),
                        list.toString());
        assertThat(failures).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private void check(String checks) throws ReflectiveOperationException {
        Class<?> type = new RebuiltClasses(folder).loadClass(checks);
        ((Runnable) type.getConstructor(Path.class).newInstance(folder)).run();
    }
}
