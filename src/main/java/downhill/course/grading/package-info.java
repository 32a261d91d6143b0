/**
 * Judges answers against the numbers that the learner's own stage shows. {@link downhill.course.grading.Picture} holds those numbers by their paths,
 * {@link downhill.course.grading.Grader} judges predictions and checks, and {@link downhill.course.grading.Referee} judges challenges.
 */
@org.jspecify.annotations.NullMarked
package downhill.course.grading;
