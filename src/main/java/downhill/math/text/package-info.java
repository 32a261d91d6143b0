/** Numbers as people read them, and the nearest of several names to a mistyped one. */
@org.jspecify.annotations.NullMarked
package downhill.math.text;
