/** A run as a program that trains it again, by hand, in another language. */
@org.jspecify.annotations.NullMarked
package downhill.export;
