/** The layers of a network: how long their gradients are, and how many of their units still react. */
@org.jspecify.annotations.NullMarked
package downhill.insight.health;
