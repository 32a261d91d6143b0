package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.Stage.GraphStage;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.Item;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.PerceptronStage;
import downhill.course.Stage.RunStage;
import downhill.course.grading.Picture;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The state that a scene declares, beside what its page shows; and changes that lead away from it. */
final class Declared {
    private static final String STAGE = "document.querySelector('#stage')";

    /** Trained once for each stage, which is come to by several ways. */
    private static final Map<String, Beginning> BEGINNINGS = new ConcurrentHashMap<>();

    private final Page page;

    /** The first example of the batch, and the cost, where a stage of a run begins. */
    private record Beginning(int example, double cost) {
        static Beginning of(Lesson lesson, Stage stage, OptionalInt at) {
            String run = stage instanceof RunStage s ? s.run() : ((LandscapeStage) stage).run();
            return new Beginning(
                    lesson.start(run, at).newest().batch()[0],
                    Picture.of(lesson, stage).value("cost").orElseThrow());
        }
    }

    Declared(Page page) {
        this.page = page;
    }

    /** Waits until the figure of a scene shows something, and holds it against what the scene declares. */
    void isShown(Lesson lesson, Scene scene, String how) {
        String name = lesson.slug() + "/" + scene.number() + " " + how;
        arrives(scene, name);
        assertThat(of("String(s.run.isMine ?? false)"))
                .as(name + ": a run of one's own")
                .isEqualTo("false");
        assertThat(of("s.progress.state")).as(name + ": playback").isEqualTo("paused");
        switch (scene.stage()) {
            case RunStage s -> {
                run(lesson, s, s.at(), name);
                assertThat(of("s.held ? s.held.kind + ' ' + s.held.at.join(' ') : ''"))
                        .as(name + ": selection")
                        .isEqualTo(s.select().map(Declared::words).orElse(""));
                assertThat(of("s.substep?.part ?? ''"))
                        .as(name + ": moment")
                        .isEqualTo(s.substep().map(Stage.SubstepName::part).orElse(""));
            }
            case LandscapeStage s -> run(lesson, s, s.at(), name);
            case HillStage s -> hill(s, name);
            case GraphStage s -> graph(s, name);
            case PerceptronStage s -> perceptron(s, name);
        }
    }

    /** Waits for the first picture, and until the scene's words have had their turn to declare where it begins. */
    void arrives(Scene scene, String name) {
        Site.until(
                page,
                "document.getElementById('scene-title')?.textContent === "
                        + JsonMapper.shared().writeValueAsString(scene.title())
                        + " && !document.querySelector('x-question form[inert], x-scene:not(:defined)') && !!" + STAGE
                        + "?.picture && !" + STAGE + ".drawing.awaits(document.querySelector('x-scene'))");
        assertThat(page.url()).as(name).endsWith("/" + scene.number());
    }

    private void run(Lesson lesson, Stage stage, OptionalInt at, String name) {
        assertThat(number("s.progress.newest")).as(name + ": newest step").isEqualTo(at.orElse(0));
        assertThat(number("s.picture.step")).as(name + ": step").isEqualTo(at.orElse(0));
        Beginning beginning =
                BEGINNINGS.computeIfAbsent(lesson.slug() + " " + stage, _ -> Beginning.of(lesson, stage, at));
        assertThat(number("s.picture.example")).as(name + ": example").isEqualTo(beginning.example());
        double cost = beginning.cost();
        assertThat(number("s.picture.trainCost ?? s.picture.cost"))
                .as(name + ": cost")
                .isCloseTo(cost, within(1e-4 * cost));
    }

    private void hill(HillStage stage, String name) {
        assertThat(number("s.picture.step")).as(name + ": step").isZero();
        assertThat(number("s.progress.newest")).as(name + ": newest step").isZero();
        assertThat(of("s.picture.walkers.map(({place}) => place.position.join(' ')).join('; ')"))
                .as(name + ": walkers")
                .isEqualTo(stage.walkers().stream()
                        .map(w -> w.start().stream().map(Declared::plain).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; ")));
        assertThat(of("s.picture.walkers.map(({rate}) => rate).join(' ')"))
                .as(name + ": rates")
                .isEqualTo(stage.walkers().stream()
                        .map(w -> plain(w.optimizer().learningRate()))
                        .collect(Collectors.joining(" ")));
        assertThat(of("String(s.picture.fog)"))
                .as(name + ": fog")
                .isEqualTo(stage.fog().isPresent() ? plain(stage.fog().getAsDouble()) : "null");
    }

    private void graph(GraphStage stage, String name) {
        assertThat(number("s.picture.step")).as(name + ": walked").isZero();
        assertThat(of("s.picture.graph.typed")).as(name + ": expression").isEqualTo(stage.expression());
        assertThat(of("Object.entries(s.picture.values).map(([name, x]) => name + ' ' + x).sort().join(', ')"))
                .as(name + ": values")
                .isEqualTo(stage.values().entrySet().stream()
                        .map(e -> e.getKey() + " " + plain(e.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private void perceptron(PerceptronStage stage, String name) {
        assertThat(number("s.picture.step")).as(name + ": visits").isEqualTo(stage.at());
        assertThat(of("s.picture.targets.join('')"))
                .as(name + ": targets")
                .isEqualTo(stage.corners().text());
    }

    /** Trains, walks or sets values, through the stage as its widgets do. */
    void change(Scene scene) {
        switch (scene.stage()) {
            case RunStage s -> train(s.at().orElse(0));
            case LandscapeStage s -> train(s.at().orElse(0));
            case HillStage s -> {
                if (s.walkers().getFirst().byHand()) {
                    String by = s.walkers().getFirst().start().size() == 1 ? "[0.1]" : "[0.1, 0.1]";
                    act("walk", "{by: " + by + "}", "s.picture.step > 0");
                    act("fog", "{on: false}", "s.picture.fog === null");
                } else {
                    act("tune", "{learningRate: 0.123}", "s.picture.rate === 0.123");
                    act("play", "{}", "s.picture.step > 0");
                }
            }
            case GraphStage s -> {
                String name = s.values().keySet().iterator().next();
                act("values", "{'" + name + "': 2.5}", "s.picture.values['" + name + "'] === 2.5");
                page.evaluate(STAGE + ".seek(3)");
                until("s.picture.step === 3");
            }
            case PerceptronStage s -> {
                if (s.byHand()) {
                    act("line", "{ends: [[0, 1], [1, 0]]}", "s.picture.ends[0][1] === 1");
                } else {
                    act("steps", "{count: 2}", "s.picture.step === " + (s.at() + 2));
                }
            }
        }
    }

    private void train(int from) {
        act("steps", "{count: 2}", "s.progress.newest === " + (from + 2));
        act("play", "{stepsPerSecond: 10}", "s.progress.newest > " + (from + 2));
    }

    private void act(String name, String body, String then) {
        page.evaluate("() => { " + STAGE + ".act('" + name + "', " + body + "); }");
        until(then);
    }

    private void until(String what) {
        Site.until(page, "(() => { const s = " + STAGE + "; return !!s?.picture && " + what + "; })()");
    }

    private Object of(String what) {
        return page.evaluate("(() => { const s = " + STAGE + "; return " + what + "; })()");
    }

    private double number(String what) {
        return ((Number) of(what)).doubleValue();
    }

    private static String words(Item item) {
        return item.kind() + " " + item.at().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** A number as the page writes it. */
    private static String plain(double x) {
        return x == StrictMath.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
    }
}
