package downhill.descent.rule;

import java.util.List;

/**
 * A rule as exported programs write it, operation by operation as the rule does.
 *
 * @param moments what the program remembers
 * @param python the statements that make an update u of the gradient g of the arrays p; {@code library.} stands for NumPy or
 *     PyTorch
 * @param java the statements that declare an update u of the gradient g[i]
 * @param callsPower whether the Java statements call power(base, exponent)
 */
public record RuleCode(List<MomentCode> moments, String python, String java, boolean callsPower) {
    /**
     * A remembered number.
     *
     * @param remark the words for it, in the plural
     * @param python an expression of its new value for whole arrays
     * @param java an expression of its new value for one parameter
     */
    public record MomentCode(String variable, String remark, String python, String java) {}

    /** A rule that calls nothing of ours. */
    static RuleCode of(List<MomentCode> moments, String python, String java) {
        return new RuleCode(moments, python, java, false);
    }
}
