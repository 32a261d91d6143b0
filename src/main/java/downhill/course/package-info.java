/**
 * The course as data: a {@link downhill.course.Course} has {@link downhill.course.Lesson}s, a lesson has {@link downhill.course.Scene}s,
 * and a scene has a {@link downhill.course.Stage} with {@link downhill.course.Widgets}, and {@link downhill.course.Question}s.
 * {@code reading} makes them of the authors' files, {@code text} reads the files' languages, and {@code grading} judges answers.
 */
@org.jspecify.annotations.NullMarked
package downhill.course;
