@org.jspecify.annotations.NullMarked
package downhill.course.teaching;
