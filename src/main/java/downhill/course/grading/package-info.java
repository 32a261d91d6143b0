/** How answers are judged: against the numbers that the learner's own stage shows. */
@org.jspecify.annotations.NullMarked
package downhill.course.grading;
