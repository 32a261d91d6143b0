/** The course: contents, scenes, glossary, handouts and the pages for teachers, the stages of scenes, and the answers to checks and challenges. */
@org.jspecify.annotations.NullMarked
package downhill.web.lesson;
