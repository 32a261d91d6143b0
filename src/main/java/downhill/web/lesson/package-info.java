/** The course: contents, scenes, glossary and handouts, the stages of scenes, and the answers to checks and challenges. */
@org.jspecify.annotations.NullMarked
package downhill.web.lesson;
