/** The course: lessons cut into scenes, what a scene shows and asks, and how answers are graded. */
@org.jspecify.annotations.NullMarked
package downhill.course;
