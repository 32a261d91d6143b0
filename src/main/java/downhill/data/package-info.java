/** Data sets and their generators. */
@org.jspecify.annotations.NullMarked
package downhill.data;
