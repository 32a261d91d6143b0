package downhill.autodiff;

/**
 * The limits on the size of an expression.
 *
 * @param characters the longest text, in characters (Unicode code points)
 * @param depth the most parentheses, function calls, minus signs and exponents may be nested
 * @param nodes the most nodes of a graph
 */
public record ExpressionLimits(int characters, int depth, int nodes) {
    /** The limits of the interface. */
    public static final ExpressionLimits STANDARD = new ExpressionLimits(500, 50, 500);
}
