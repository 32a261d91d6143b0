package downhill.train.step;

import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.Tweak;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes from step to step. What is computed at a step can be read until the next one, and a step that is not finite leaves
 * the one before as it was.
 *
 * <p>Plain gradient descent waits with its update until the step is left, and then makes it in place, as long as bounds on
 * all numbers show beforehand that the next step is finite: large networks are mostly waiting for memory, and this takes
 * half of it. Every other rule works out the next position beside this one, as part of the step.
 */
public final class Stepper {
    private final Plan plan;
    private final Slope slope;
    private final Updates updates;
    private final Descent descent;
    /** The tweaks still to come, when this replays a past. */
    private final List<LoggedTweak> script;

    private int scripted;

    private StepSettings settings;
    private Position here;
    private Outcome outcome;
    private Outcome nextOutcome;

    /** The position after this one, which is ready when this step is computed unless the update waits. */
    private @Nullable Position next;
    /** Takes the position after next. */
    private @Nullable Position spare;

    private boolean waits;
    private Optional<Divergence> divergence = Optional.empty();

    /** Starts at a keyframe, with the keyframe's step computed; {@link #recompute} reports whether it is finite. */
    Stepper(Plan plan, Keyframe keyframe, List<LoggedTweak> script) {
        this.plan = plan;
        this.script = script;
        settings = keyframe.settings();
        here = new Position(plan.initial(), keyframe.memory());
        outcome = new Outcome(plan.shape());
        nextOutcome = new Outcome(plan.shape());
        slope = new Slope(plan, here, outcome);
        updates = new Updates(plan, settings, here, here, outcome);
        descent = new Descent(plan);
        here.set(keyframe);
        applyScript(here);
        recompute();
    }

    /** Computes the step again; where it is not finite, if it is not. */
    Optional<Divergence> recompute() {
        return compute(here, outcome);
    }

    /** Adds the updates: step n becomes step n+1, or has diverged and stays. */
    void advance() {
        requireFinite();
        if (waits && isSafe(here.bound + descent.largest())) {
            descend();
        } else {
            goBeside();
        }
    }

    /** Makes the next step in place; it is known to be finite. */
    private void descend() {
        descent.move(here, outcome, settings.optimizer().learningRate());
        applyScript(here);
        compute(here, nextOutcome);
        swapOutcomes();
    }

    /** The next step beside this one, which remains if the next is not finite. */
    private void goBeside() {
        Position to = next();
        if (waits) {
            here.settle();
            updates.begin(settings, here, to, outcome);
            updates.range(0, 0, plan.shape().parameters());
            updates.end();
        }
        applyScript(to);
        divergence = compute(to, nextOutcome);
        if (divergence.isEmpty()) {
            next = spare;
            spare = here;
            here = to;
            swapOutcomes();
        }
    }

    /**
     * Changes the newest step and computes it again.
     *
     * @throws RefusedException if the tweak does not fit, or if the step would not be finite; nothing is changed then
     */
    void tweak(Tweak tweak) {
        requireFinite();
        List<Problem> problems = TweakCheck.problems(tweak, plan);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        StepSettings old = settings;
        settings = settings.with(tweak, here.step, plan.shape(), plan.missing());
        Position changed = spare();
        changed.set(here);
        changed.apply(tweak, plan.shape());
        Optional<Divergence> found = compute(changed, nextOutcome);
        if (found.isPresent()) {
            settings = old;
            recompute();
            throw new RefusedException(List.of(new Problem(
                    "",
                    "With this change the " + found.get().quantity() + " of layer "
                            + found.get().layer() + " would no longer be finite.")));
        }
        spare = here;
        here = changed;
        swapOutcomes();
    }

    private void swapOutcomes() {
        Outcome left = outcome;
        outcome = nextOutcome;
        nextOutcome = left;
    }

    private void requireFinite() {
        divergence.ifPresent(d -> {
            throw new IllegalStateException("diverged at step " + d.step());
        });
    }

    private void applyScript(Position position) {
        while (scripted < script.size() && script.get(scripted).step() == position.step) {
            Tweak tweak = script.get(scripted++).tweak();
            settings = settings.with(tweak, position.step, plan.shape(), plan.missing());
            position.apply(tweak, plan.shape());
        }
        int examples = plan.examples(position.step);
        if (examples != settings.schedule().examples()) {
            settings = settings.withExamples(examples, position.step);
        }
    }

    /**
     * Fills in the outcome at a position, and the position after it unless the update waits; where they are not finite, if
     * they are not.
     */
    private Optional<Divergence> compute(Position position, Outcome result) {
        if (settings.isPlainDescent() && isSafe(position)) {
            descent.begin(settings.optimizer().learningRate(), result);
            slope.compute(position, settings, result, descent);
            descent.end();
            waits = Double.isFinite(descent.largest());
            if (waits) {
                return Optional.empty();
            }
        }
        waits = false;
        position.settle();
        Position after = position == next ? spare() : next();
        updates.begin(settings, position, after, result);
        slope.compute(position, settings, result, updates);
        boolean isFinite = Double.isFinite(updates.end()) && isSafe(position);
        return isFinite ? Optional.empty() : new Finiteness(plan, slope, position, result).find(after.memory);
    }

    private boolean isSafe(Position position) {
        if (!isSafe(position.bound)) {
            position.measure();
        }
        return isSafe(position.bound);
    }

    private boolean isSafe(double bound) {
        return plan.magnitudes().areSafe(bound, settings.penaltyRate());
    }

    private Position next() {
        if (next == null) {
            next = new Position(plan.initial(), here.memory);
        }
        return next;
    }

    private Position spare() {
        if (spare == null) {
            spare = new Position(plan.initial(), here.memory);
        }
        return spare;
    }

    /** About the most arrays as large as the parameters that are kept, for a rule with this number of moments. */
    public static int arrays(int moments) {
        return 3 * (1 + moments) + 4;
    }

    /** Takes no further step, for a reason that was found before. */
    public void stop(Divergence found) {
        divergence = Optional.of(found);
    }

    Optional<Divergence> divergence() {
        return divergence;
    }

    /** All that is needed to come back to the step. */
    Keyframe keyframe() {
        here.settle();
        return here.keyframe(settings);
    }

    StepSettings settings() {
        return settings;
    }

    Position here() {
        return here;
    }

    Outcome outcome() {
        return outcome;
    }

    Slope slope() {
        return slope;
    }
}
