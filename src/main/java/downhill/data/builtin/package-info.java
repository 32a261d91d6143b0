/** The data sets that Downhill makes itself, from formulas, generators and tables. */
@org.jspecify.annotations.NullMarked
package downhill.data.builtin;
