/** A network that names the class of an input: what it reads in held-out examples, and how its answers changed over the steps. */
@org.jspecify.annotations.NullMarked
package downhill.insight.reading;
