/** Parts of the HTTP layer by themselves. */
@org.jspecify.annotations.NullMarked
package downhill.web.http;
