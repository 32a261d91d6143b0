/** What authors write, read with the place of every word: YAML, Markdown, math, and the mistakes in them. */
@org.jspecify.annotations.NullMarked
package downhill.course.text;
