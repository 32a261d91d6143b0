package downhill.course.grading;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.course.Lesson;
import downhill.course.PerceptronTrial;
import downhill.course.Stage;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.insight.Frame;
import downhill.insight.Scores;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The numbers of a stage by their paths; the browser's {@code <x-value>} knows the same paths. */
public sealed interface Picture
        permits FramePicture, HillPicture, GraphPicture, PerceptronPicture, GivenPicture, LazyPicture {
    /** The number at a path, if the picture has it. */
    OptionalDouble value(String path);

    /** The same with the numbers that a check supplies to a learner, by their names. */
    default Picture with(Map<String, Double> given) {
        return given.isEmpty() ? this : new GivenPicture(this, given);
    }

    /** The numbers of a lesson's stage when its scene is opened. */
    static Picture of(Lesson lesson, Stage stage) {
        return switch (stage) {
            case Stage.RunStage s -> ofFirst(lesson.start(s.run(), s.at()).newest());
            case Stage.LandscapeStage s -> ofFirst(lesson.start(s.run(), s.at()).newest());
            case Stage.HillStage s -> {
                Stage.Walker you = s.walkers().getFirst();
                yield of(
                        Hills.named(s.hill()).orElseThrow(),
                        you.start(),
                        you.optimizer().learningRate(),
                        0);
            }
            case Stage.GraphStage s -> of(GraphEvaluation.of(Graph.of(s.expression()), s.values()));
            case Stage.PerceptronStage s -> of(PerceptronTrial.after(s.corners(), s.at()));
        };
    }

    /** A run at its newest step, with one example shown. */
    static Picture of(Run run, int example) {
        int width = run.data().targetWidth();
        double[] target = Arrays.copyOfRange(run.data().targets(), example * width, (example + 1) * width);
        Scores scores = Scores.areCheap(run) ? Scores.of(run) : Scores.NONE;
        return new FramePicture(Frame.of(run, example, scores), target, run.optimizer());
    }

    /** A run at its newest step on the first example of its batch, as figures show it. */
    private static Picture ofFirst(Run run) {
        return of(run, run.batch()[0]);
    }

    /**
     * A walker on a hill.
     *
     * @param position its place
     * @param rate its learning rate
     * @param number how many steps it has made
     */
    static Picture of(HillInfo hill, List<Double> position, double rate, int number) {
        return new HillPicture(hill.hill(), position, rate, number);
    }

    /** A perceptron on four corners. */
    static Picture of(PerceptronTrial trial) {
        return new PerceptronPicture(trial);
    }

    /** A computation graph with its numbers. */
    static Picture of(GraphEvaluation evaluation) {
        return new GraphPicture(evaluation);
    }
}
