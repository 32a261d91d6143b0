package downhill.net.activation;

/** A formula of an activation's slope, made of z and of the value a found there. */
public sealed interface SlopeFormula {
    /** The weighted input. */
    record Z() implements SlopeFormula {}

    /** The activation. */
    record A() implements SlopeFormula {}

    record Constant(double value) implements SlopeFormula {}

    record Sum(SlopeFormula first, SlopeFormula second) implements SlopeFormula {}

    /** 1 - part. */
    record Rest(SlopeFormula part) implements SlopeFormula {}

    record Product(SlopeFormula first, SlopeFormula second) implements SlopeFormula {}

    /** Another activation of a part. */
    record Curved(Activation activation, SlopeFormula part) implements SlopeFormula {}

    /** One number where z is above 0, another one elsewhere. */
    record Step(double above, double elsewhere) implements SlopeFormula {}
}
