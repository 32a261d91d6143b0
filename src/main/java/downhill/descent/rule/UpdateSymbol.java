package downhill.descent.rule;

import downhill.math.Formula;

/** The symbols of an update's formula. */
public sealed interface UpdateSymbol {
    /** The derivative of the cost by the parameter. */
    Formula<UpdateSymbol> GRADIENT = Formula.of(new Gradient());

    Formula<UpdateSymbol> RATE = setting(Hyperparameter.LEARNING_RATE);

    record Gradient() implements UpdateSymbol {}

    record Setting(Hyperparameter parameter) implements UpdateSymbol {}

    /** A remembered number before the update. */
    record Old(MomentName moment) implements UpdateSymbol {}

    /** The same number with this step's gradient. */
    record New(MomentName moment) implements UpdateSymbol {}

    /** The new number, corrected for its start at 0. */
    record Corrected(MomentName moment) implements UpdateSymbol {}

    static Formula<UpdateSymbol> setting(Hyperparameter parameter) {
        return Formula.of(new Setting(parameter));
    }

    static Formula<UpdateSymbol> old(MomentName moment) {
        return Formula.of(new Old(moment));
    }

    static Formula<UpdateSymbol> renewed(MomentName moment) {
        return Formula.of(new New(moment));
    }

    static Formula<UpdateSymbol> corrected(MomentName moment) {
        return Formula.of(new Corrected(moment));
    }

    /** A running mean: share * old + (1 - share) * now. */
    static Formula<UpdateSymbol> mean(Hyperparameter share, MomentName moment, Formula<UpdateSymbol> now) {
        return setting(share).times(old(moment)).plus(setting(share).rest().times(now));
    }

    /** -rate * along / (sqrt(squares) + epsilon). */
    static Formula<UpdateSymbol> scaled(Formula<UpdateSymbol> along, Formula<UpdateSymbol> squares) {
        return RATE.times(along)
                .over(squares.root().plus(setting(Hyperparameter.EPSILON)))
                .opposite();
    }
}
