package downhill.descent.rule;

import downhill.math.Formula;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule that makes an update u of a gradient g, for parameters w &larr; w + u, with its hyperparameters. The learning rate is
 * beside it in {@link downhill.descent.Optimizer}. Specifications, explanations, exported programs, the interface's
 * description and the pages derive from this.
 */
public interface UpdateRule {
    /** The name in a specification. */
    String name();

    /** The learning rate of a specification that names none. */
    default double usualRate() {
        return 0.1;
    }

    /** Its hyperparameters, in the order of a specification. */
    List<Setting> settings();

    /** The same rule with these values of all its hyperparameters. */
    UpdateRule with(Map<Hyperparameter, Double> values);

    /** Its choices between two forms, by their names in a specification. */
    default Map<String, Boolean> choices() {
        return Map.of();
    }

    /** The same rule with a choice taken or not. */
    default UpdateRule with(String choice, boolean taken) {
        throw new IllegalArgumentException(name() + " has no choice " + choice);
    }

    /** A hyperparameter with its value. */
    record Setting(Hyperparameter parameter, double value) {}

    /** The value of a hyperparameter; another number where the rule has none of this name. */
    default double setting(Hyperparameter parameter, double otherwise) {
        return settings().stream()
                .filter(s -> s.parameter() == parameter)
                .mapToDouble(Setting::value)
                .findFirst()
                .orElse(otherwise);
    }

    /** The numbers that it remembers of each parameter. */
    List<Moment> moments();

    /** The update as the formula that explains it. */
    Formula<UpdateSymbol> formula();

    /**
     * Its statements in exported programs.
     *
     * @param used the hyperparameters that are ever anything but 0
     */
    RuleCode code(Set<Hyperparameter> used);

    /**
     * The updates of the parameters from .. to-1; no other place is read or written.
     *
     * @param rate the learning rate
     * @param count how many updates were made before this one
     * @param g the gradient
     * @param before what the rule remembers of the updates before
     * @param after what it will remember, the result
     * @param u the updates, the result; if {@link #remembersUpdate} it may be the array of after's first moments
     */
    void update(
            double rate,
            int count,
            double[] g,
            OptimizerMemory before,
            OptimizerMemory after,
            double[] u,
            int from,
            int to);

    /** Returns whether what the rule remembers first is the update itself: then one array can be both. */
    default boolean remembersUpdate() {
        return false;
    }

    /** Returns whether the update is the gradient times the learning rate, downhill, and nothing else. */
    default boolean isPlainDescent() {
        return false;
    }
}
