/** Numbers as people read them, and the nearest of several names. */
@org.jspecify.annotations.NullMarked
package downhill.math.text;
