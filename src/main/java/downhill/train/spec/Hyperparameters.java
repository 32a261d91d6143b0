package downhill.train.spec;

import downhill.descent.Optimizer;
import downhill.descent.UpdateRule;
import downhill.train.spec.Tweak.Hyperparameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The numbers of an optimizer: their names in a specification, their limits, and what a change of them makes. */
public final class Hyperparameters {
    private Hyperparameters() {}

    /** The name in a specification. */
    public static String name(Hyperparameter parameter) {
        return switch (parameter) {
            case LEARNING_RATE -> "learningRate";
            case MOMENTUM -> "momentum";
            case WEIGHT_DECAY -> "weightDecay";
            case DECAY -> "decay";
            case EPSILON -> "epsilon";
            case BETA1 -> "beta1";
            case BETA2 -> "beta2";
        };
    }

    /** The numbers of an optimizer, by name. */
    public static Map<Hyperparameter, Double> of(Optimizer optimizer) {
        Map<Hyperparameter, Double> rule = switch (optimizer.rule()) {
            case UpdateRule.Sgd r -> Map.of(Hyperparameter.MOMENTUM, r.momentum());
            case UpdateRule.RmsProp r -> Map.of(Hyperparameter.DECAY, r.decay(), Hyperparameter.EPSILON, r.epsilon());
            case UpdateRule.AdaGrad r -> Map.of(Hyperparameter.EPSILON, r.epsilon());
            case UpdateRule.Adam r ->
                Map.of(
                        Hyperparameter.BETA1,
                        r.beta1(),
                        Hyperparameter.BETA2,
                        r.beta2(),
                        Hyperparameter.EPSILON,
                        r.epsilon());
        };
        Map<Hyperparameter, Double> all = new java.util.EnumMap<>(rule);
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
                        "The optimizer " + optimizer.rule().name() + " has no " + name(parameter) + "."));
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
        UpdateRule rule = switch (optimizer.rule()) {
            case UpdateRule.Sgd r -> new UpdateRule.Sgd(get(values, Hyperparameter.MOMENTUM), r.nesterov());
            case UpdateRule.RmsProp r ->
                new UpdateRule.RmsProp(get(values, Hyperparameter.DECAY), get(values, Hyperparameter.EPSILON));
            case UpdateRule.AdaGrad r -> new UpdateRule.AdaGrad(get(values, Hyperparameter.EPSILON));
            case UpdateRule.Adam r ->
                new UpdateRule.Adam(
                        get(values, Hyperparameter.BETA1),
                        get(values, Hyperparameter.BETA2),
                        get(values, Hyperparameter.EPSILON));
        };
        return new Optimizer(rule, get(values, Hyperparameter.LEARNING_RATE), get(values, Hyperparameter.WEIGHT_DECAY));
    }

    private static double get(Map<Hyperparameter, Double> values, Hyperparameter parameter) {
        return java.util.Objects.requireNonNull(values.get(parameter));
    }

    /** What is out of range among these numbers. */
    static List<Problem> problems(Map<Hyperparameter, Double> values) {
        List<Problem> problems = new ArrayList<>();
        values.forEach((parameter, value) -> {
            String allowed = switch (parameter) {
                case LEARNING_RATE, EPSILON -> value > 0 && Double.isFinite(value) ? "" : "a finite number above 0";
                case MOMENTUM, WEIGHT_DECAY, DECAY, BETA1, BETA2 ->
                    value >= 0 && value < 1 ? "" : "a number from 0 to below 1";
            };
            if (!allowed.isEmpty()) {
                problems.add(new Problem(
                        pointer(parameter),
                        "The " + words(parameter) + " must be " + allowed + ", not " + value + "."));
            }
        });
        return problems;
    }

    /** Its name as people say it: "learning rate". */
    private static String words(Hyperparameter parameter) {
        return parameter.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String pointer(Hyperparameter parameter) {
        return "/optimizer/" + name(parameter);
    }
}
