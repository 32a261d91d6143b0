package downhill.train.spec;

import downhill.descent.Optimizer;
import downhill.descent.rule.Hyperparameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The numbers of an optimizer: their limits, and what a change of them makes. */
public final class Hyperparameters {
    private Hyperparameters() {}

    /** The numbers of an optimizer, by name. */
    public static Map<Hyperparameter, Double> of(Optimizer optimizer) {
        Map<Hyperparameter, Double> all = new EnumMap<>(Hyperparameter.class);
        optimizer.rule().settings().forEach(setting -> all.put(setting.parameter(), setting.value()));
        all.put(Hyperparameter.LEARNING_RATE, optimizer.learningRate());
        all.put(Hyperparameter.WEIGHT_DECAY, optimizer.weightDecay());
        return all;
    }

    /** The optimizer with some numbers changed; RefusedException for one that it does not have or that is out of range. */
    public static Optimizer changed(Optimizer optimizer, Map<Hyperparameter, Double> changes) {
        Map<Hyperparameter, Double> values = of(optimizer);
        List<Problem> problems = new ArrayList<>();
        changes.forEach((parameter, value) -> {
            if (!values.containsKey(parameter)) {
                problems.add(new Problem(
                        pointer(parameter),
                        "The optimizer " + optimizer.rule().name() + " has no " + parameter.key() + "."));
            }
            values.put(parameter, value);
        });
        problems.addAll(problems(changes));
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return with(optimizer, values);
    }

    private static Optimizer with(Optimizer optimizer, Map<Hyperparameter, Double> values) {
        return new Optimizer(
                optimizer.rule().with(values),
                get(values, Hyperparameter.LEARNING_RATE),
                get(values, Hyperparameter.WEIGHT_DECAY));
    }

    private static double get(Map<Hyperparameter, Double> values, Hyperparameter parameter) {
        return java.util.Objects.requireNonNull(values.get(parameter));
    }

    /** The numbers that are out of range, each as a problem. */
    static List<Problem> problems(Map<Hyperparameter, Double> values) {
        List<Problem> problems = new ArrayList<>();
        values.forEach((parameter, value) -> {
            if (!parameter.allows(value)) {
                String allowed = parameter.isPositive() ? "a finite number above 0" : "a number from 0 to below 1";
                problems.add(new Problem(
                        pointer(parameter),
                        "The " + parameter.words() + " must be " + allowed + ", not " + value + "."));
            }
        });
        return problems;
    }

    private static String pointer(Hyperparameter parameter) {
        return "/optimizer/" + parameter.key();
    }
}
