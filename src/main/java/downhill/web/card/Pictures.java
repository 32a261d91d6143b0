package downhill.web.card;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Stage;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.RunStage;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.descent.Optimizer;
import downhill.json.RunSpecReader;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the picture that stands for a lesson: the descent on the hill of its first scene, or a run of its own, trained for a moment. The
 * work is bounded, so that a card takes about as long as a page.
 */
final class Pictures {
    private static final int MOST_STEPS = 1500;

    /** The most multiply-adds that the training for one picture takes. */
    private static final double MOST_WORK = 6e8;

    /** The largest network that is trained for a picture. */
    private static final long MOST_WEIGHTS = 20_000;

    /** The largest layer that is drawn neuron by neuron. */
    private static final int MOST_NEURONS = 8;

    private static final int CORNERS = 4;
    private static final int MANY = 20;

    private static final String PLAYGROUND = """
            {"seed": 3, "data": {"name": "spiral", "count": 160, "noise": 0.05, "testShare": 0},
             "network": {"layers": [2, 8, 8, 1]}, "cost": "cross-entropy",
             "optimizer": {"name": "adam", "learningRate": 0.02}}""";

    private Pictures() {}

    static Picture ofPlayground() {
        RunSpec spec = RunSpecReader.read(PLAYGROUND.getBytes(StandardCharsets.UTF_8));
        Dataset data = DataSets.build(
                (DataSpec.BuiltIn) spec.data(), spec.network().layers().getLast());
        return new MapPicture(trained(new LessonRun(spec, List.of(), data)).newest());
    }

    static Picture of(Lesson lesson) {
        Stage first = lesson.scenes().getFirst().stage();
        if (first instanceof HillStage stage) {
            return ofHill(stage);
        }
        List<LessonRun> runs = Stream.concat(shown(lesson, first), lesson.runs().values().stream())
                .filter(Pictures::isSmall)
                .toList();
        // Many points make a richer picture than the four corners of a square.
        return runs.stream()
                .filter(run -> !isMap(run) || run.data().size() >= MANY)
                .findFirst()
                .or(() -> runs.stream().findFirst())
                .map(Pictures::ofRun)
                .orElseGet(HillPicture::ofFourValleys);
    }

    private static Stream<LessonRun> shown(Lesson lesson, Stage first) {
        return first instanceof RunStage stage ? Stream.ofNullable(lesson.runs().get(stage.run())) : Stream.empty();
    }

    /** The descent of a hill's stage that gets lowest; with the hill's own start and rate where the learner walks by hand. */
    private static Picture ofHill(HillStage stage) {
        HillInfo hill = Hills.named(stage.hill()).orElseThrow();
        return stage.walkers().stream()
                .filter(walker -> !walker.byHand())
                .map(walker -> HillPicture.of(hill, walker.start(), walker.optimizer(), stage.steps()))
                .min(Comparator.comparingDouble(
                        picture -> picture.path().places().getLast().height()))
                .orElseGet(() -> HillPicture.of(hill, hill.start(), Optimizer.sgd(hill.learningRate()), stage.steps()));
    }

    private static boolean isSmall(LessonRun run) {
        List<Integer> layers = run.spec().network().layers();
        long weights = 0;
        for (int l = 0; l < layers.size() - 1; l++) {
            weights += (long) layers.get(l) * layers.get(l + 1);
        }
        return weights <= MOST_WEIGHTS
                && (isOfDigits(run) || layers.stream().allMatch(neurons -> neurons <= MOST_NEURONS) || isMap(run));
    }

    /** Tests whether the network's answer is one number for each point of a plane. */
    private static boolean isMap(LessonRun run) {
        List<Integer> layers = run.spec().network().layers();
        return layers.getFirst() == 2 && layers.getLast() == 1 && run.data().size() >= CORNERS;
    }

    private static boolean isOfDigits(LessonRun run) {
        return run.spec().network().layers().getFirst() == WeightsPicture.SIDE * WeightsPicture.SIDE;
    }

    private static Picture ofRun(LessonRun run) {
        Run trained = trained(run).newest();
        return isMap(run)
                ? new MapPicture(trained)
                : isOfDigits(run) ? new WeightsPicture(trained) : new NetworkPicture(trained);
    }

    private static History trained(LessonRun run) {
        History history = run.start();
        double steps = Math.min(MOST_STEPS, Math.floor(MOST_WORK / history.work(1)));
        history.advance((int) steps, run.tweaks(), _ -> {});
        return history;
    }
}
