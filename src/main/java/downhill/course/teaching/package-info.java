/** The answers to a lesson's questions, as a teacher needs them: derived from the lesson, never written twice. */
@org.jspecify.annotations.NullMarked
package downhill.course.teaching;
