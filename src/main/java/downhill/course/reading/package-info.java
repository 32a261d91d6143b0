/**
 * Readers of the lessons, the glossary and the widgets' descriptors. {@link downhill.course.reading.CourseReader} reads all files;
 * {@link downhill.course.reading.LessonReader}, {@link downhill.course.reading.SceneReader}, {@link downhill.course.reading.StageReader}
 * and {@link downhill.course.reading.QuestionReader} read the parts, each from its YAML or Markdown, and note every mistake with its place.
 */
@org.jspecify.annotations.NullMarked
package downhill.course.reading;
