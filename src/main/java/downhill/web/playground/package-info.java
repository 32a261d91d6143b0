/** The playground: reads its address into a form, and makes the page and its fragments from it. */
@org.jspecify.annotations.NullMarked
package downhill.web.playground;
