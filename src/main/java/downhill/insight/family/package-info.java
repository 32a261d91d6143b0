/** Measures of what a network has learned of the two family trees: its answers, and the meanings of its person units. */
@org.jspecify.annotations.NullMarked
package downhill.insight.family;
