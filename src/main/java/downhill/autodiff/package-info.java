/** Expressions: parser, computation graph, one node forward or backward at a time. */
@org.jspecify.annotations.NullMarked
package downhill.autodiff;
