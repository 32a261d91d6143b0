package downhill.descent.rule;

/** The numbers that rules remember of each parameter. */
public enum MomentName {
    /** The decaying sum of the updates. */
    VELOCITY,
    /** The mean or the sum of the squared gradients. */
    SQUARES,
    /** The mean of the gradients. */
    FIRST,
    /** The mean of the squared gradients, beside a mean of the gradients. */
    SECOND
}
