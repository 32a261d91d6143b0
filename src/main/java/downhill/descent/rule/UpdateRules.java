package downhill.descent.rule;

import java.util.List;
import java.util.Optional;

/** The update rules that there are, each with its usual hyperparameters. */
public final class UpdateRules {
    private static final List<UpdateRule> ALL =
            List.of(new Sgd(0, false), new RmsProp(0.9, 1e-8), new AdaGrad(1e-8), new Adam(0.9, 0.999, 1e-8));

    private UpdateRules() {}

    /** All, in the order in which they are offered. */
    public static List<UpdateRule> all() {
        return ALL;
    }

    /** The names in a specification. */
    public static List<String> names() {
        return ALL.stream().map(UpdateRule::name).toList();
    }

    /** The rule of this name in a specification, if there is one. */
    public static Optional<UpdateRule> named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
