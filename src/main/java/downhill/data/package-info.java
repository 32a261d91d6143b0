/**
 * Data sets. A {@link downhill.data.DataSpec} names one; {@link downhill.data.DataSets} builds it, or it comes from an upload or with the
 * request; a {@link downhill.data.Dataset} has the examples that training uses, divided by a {@link downhill.data.Split}.
 */
@org.jspecify.annotations.NullMarked
package downhill.data;
