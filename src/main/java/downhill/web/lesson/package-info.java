/**
 * The pages of the course. {@link downhill.web.lesson.LessonRoutes} shows contents, scenes, glossary and handouts, and
 * {@link downhill.web.lesson.TeacherRoutes} the pages for teachers; {@link downhill.web.lesson.StageViews} makes a scene's stage
 * ready for its template; {@link downhill.web.lesson.AnswerRoutes} judges answers by the {@link downhill.web.lesson.Evidence} of the
 * learner's own stage.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.lesson;
