/** The update rules, one class each: adding one takes a class and its line in {@link downhill.descent.rule.UpdateRules}. */
@org.jspecify.annotations.NullMarked
package downhill.descent.rule;
