/** The numbers and the words "every", "always" and "never" of each lesson, held by the engine. */
@org.jspecify.annotations.NullMarked
package downhill.course.claims;
