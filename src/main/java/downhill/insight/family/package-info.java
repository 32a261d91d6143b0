/** What a network has learned of the two family trees: its answers, and what its person units stand for. */
@org.jspecify.annotations.NullMarked
package downhill.insight.family;
