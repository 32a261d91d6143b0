package downhill.course;

import downhill.descent.Optimizer;
import downhill.train.perceptron.Corners;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The figure of a scene. */
public sealed interface Stage {
    /** The speed of a stage that names none. */
    int USUAL_SPEED = 10;

    /** The names of its widgets, in order. */
    List<String> show();

    /** The steps a second that a press on Play makes, where a run trains; 0 for as many as the server can. */
    default int speed() {
        return USUAL_SPEED;
    }

    /** The same for stages that show the same run, hill or graph: one can go on with what was done on the other. */
    String subject();

    /**
     * A run.
     *
     * @param run its name in the lesson
     * @param at the step to show; without one, the first
     * @param substep the substep that the debugger shows
     * @param select what is selected
     * @param locked controls that are not offered
     * @param speed how many steps a second the learner's run plays, 0 for as many as the server can
     * @param row the runs that are shown side by side, without their names
     * @param choices the settings with which the run can be begun again
     */
    record RunStage(
            String run,
            OptionalInt at,
            List<String> show,
            Optional<SubstepName> substep,
            Optional<Item> select,
            List<String> locked,
            int speed,
            Optional<Row> row,
            Optional<Choices> choices)
            implements Stage {
        @Override
        public String subject() {
            return "the run " + run;
        }
    }

    /**
     * A hill with its walkers; the first is the learner's.
     *
     * @param fog the range of sight, in the hill's own units; without it, everywhere
     * @param arrows which arrows walkers carry: gradient, downhill (the steepest way down as a line), momentum
     * @param steps how many steps a descent may take
     * @param secant the widths at which the learner may measure rise over run, the first one at first; none without the secant
     */
    record HillStage(
            String hill,
            List<String> show,
            OptionalDouble fog,
            List<Walker> walkers,
            List<String> arrows,
            int steps,
            List<Double> secant)
            implements Stage {
        @Override
        public String subject() {
            return "the hill " + hill;
        }
    }

    /** A walker on a hill, moved by hand or by descent. */
    record Walker(String name, List<Double> start, Optimizer optimizer, boolean byHand) {}

    /** An expression's computation graph; the learner may type another one if it can be edited. */
    record GraphStage(String expression, Map<String, Double> values, List<String> show, boolean edit) implements Stage {
        @Override
        public String subject() {
            return "the graph of " + expression;
        }
    }

    /** A slice of a run's cost; directions as in the interface. */
    record LandscapeStage(String run, OptionalInt at, String directions, double span, List<String> show)
            implements Stage {
        @Override
        public String subject() {
            return "the run " + run;
        }
    }

    /**
     * A perceptron on the four corners of the unit square.
     *
     * @param at after how many visits of the convergence procedure the scene begins
     * @param beside the learning rate of a sigmoid neuron that gradient descent trains beside it, if there is one
     * @param byHand whether the learner places the line, instead of the procedure
     * @param recolour whether the learner may change the targets
     * @param margin whether the learner may have the line with the largest margin shown
     */
    record PerceptronStage(
            Corners corners,
            int at,
            OptionalDouble beside,
            boolean byHand,
            boolean recolour,
            boolean margin,
            List<String> show)
            implements Stage {
        @Override
        public String subject() {
            return "the perceptron on " + corners.text();
        }
    }

    /**
     * Several runs side by side.
     *
     * @param runs their names in the lesson, in the order in which they are shown
     * @param steps how many steps each of them trains
     */
    record Row(List<String> runs, int steps) {}

    /** A place inside a training step: the part, and where it applies the layer of weights and the neuron. */
    record SubstepName(String part, OptionalInt layer, OptionalInt neuron) {}

    /** Something to select: a "weight" at l, j, k, a "bias" at l, j, or a "neuron" at its layer and place. */
    record Item(String kind, List<Integer> at) {}
}
