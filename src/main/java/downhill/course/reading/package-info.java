/** Reads the lessons and the glossary from their files, and reports each mistake in them with its place. */
@org.jspecify.annotations.NullMarked
package downhill.course.reading;
