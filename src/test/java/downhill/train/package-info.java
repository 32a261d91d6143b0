@org.jspecify.annotations.NullMarked
package downhill.train;
