@org.jspecify.annotations.NullMarked
package downhill.math;
