/** Tests of expressions. */
@org.jspecify.annotations.NullMarked
package downhill.autodiff;
