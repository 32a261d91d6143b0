package downhill.net.activation;

import downhill.math.Formula;

/** The symbols of an activation's slope. */
public sealed interface SlopeSymbol {
    /** The weighted input. */
    Formula<SlopeSymbol> Z = Formula.of(new WeightedInput());

    /** The activation. */
    Formula<SlopeSymbol> A = Formula.of(new Value());

    record WeightedInput() implements SlopeSymbol {}

    /** The value of the activation at z. */
    record Value() implements SlopeSymbol {}

    /** Another activation at z. */
    record Other(Activation activation) implements SlopeSymbol {}

    /** One number where z is above 0, another one elsewhere. */
    record Step(double above, double elsewhere) implements SlopeSymbol {}

    /** Another activation at z. */
    static Formula<SlopeSymbol> other(Activation activation) {
        return Formula.of(new Other(activation));
    }

    /** One number where z is above 0, another one elsewhere. */
    static Formula<SlopeSymbol> step(double above, double elsewhere) {
        return Formula.of(new Step(above, elsewhere));
    }
}
