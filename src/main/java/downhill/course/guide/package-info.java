/** The advice to teachers: a {@link downhill.course.guide.TeachingGuide} for each lesson, and a {@link downhill.course.guide.TeachingPlan} for the time that a class has. */
@org.jspecify.annotations.NullMarked
package downhill.course.guide;
