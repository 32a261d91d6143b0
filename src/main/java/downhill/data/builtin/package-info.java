/**
 * The data sets that Downhill makes itself, from formulas, generators and tables. Each is a {@link downhill.data.builtin.BuiltInSet}, which
 * {@link downhill.data.DataSets} lists: a {@link downhill.data.builtin.Cloud} of points, a {@link downhill.data.builtin.TruthTable},
 * {@link downhill.data.builtin.Digits} and others.
 */
@org.jspecify.annotations.NullMarked
package downhill.data.builtin;
