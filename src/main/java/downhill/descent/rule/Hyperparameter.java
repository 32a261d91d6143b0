package downhill.descent.rule;

import java.util.Locale;

/** A number of an optimizer, which can be changed while a run goes on. */
public enum Hyperparameter {
    LEARNING_RATE("learningRate", true),
    MOMENTUM("momentum", false),
    WEIGHT_DECAY("weightDecay", false),
    DECAY("decay", false),
    EPSILON("epsilon", true),
    BETA1("beta1", false),
    BETA2("beta2", false);

    private final String key;
    private final boolean positive;

    Hyperparameter(String key, boolean positive) {
        this.key = key;
        this.positive = positive;
    }

    /** The name in a specification. */
    public String key() {
        return key;
    }

    /** The name as people say it: "learning rate". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whether it is any number above 0; otherwise it is a share, from 0 to below 1. */
    public boolean isPositive() {
        return positive;
    }

    /** Returns whether it may have this value. */
    public boolean allows(double value) {
        return positive ? value > 0 && Double.isFinite(value) : value >= 0 && value < 1;
    }
}
