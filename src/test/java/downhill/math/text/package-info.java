@org.jspecify.annotations.NullMarked
package downhill.math.text;
