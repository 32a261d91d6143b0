/** The family trees in words: a question with the network's answer, and the person units. */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.family;
