/**
 * Describes figures in words and tables, for people who do not see the figure and for those who want it in words. Each class describes one figure;
 * {@link downhill.insight.description.StepDescriptions} puts those of a step together; {@link downhill.insight.description.SpokenNumbers} and {@link
 * downhill.insight.description.Names} choose the words.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight.description;
