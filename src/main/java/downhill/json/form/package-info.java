/**
 * Strict reading and exact writing of JSON. {@link downhill.json.form.Members} reads an object to its last member and notes
 * {@link downhill.json.form.Problems} by their pointers; {@link downhill.json.form.JsonBuffer} writes numbers by a
 * {@link downhill.json.form.Rounding}.
 */
@org.jspecify.annotations.NullMarked
package downhill.json.form;
