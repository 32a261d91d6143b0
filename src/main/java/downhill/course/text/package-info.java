/**
 * Readers of the authors' files: YAML, Markdown and math. They keep the place of every word, so that {@link downhill.course.text.Mistakes}
 * can name the line of each mistake.
 */
@org.jspecify.annotations.NullMarked
package downhill.course.text;
