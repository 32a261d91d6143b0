/** What stands in a frame, in words and tables: for whoever does not see the figure, and for whoever wants it said. */
@org.jspecify.annotations.NullMarked
package downhill.insight.description;
