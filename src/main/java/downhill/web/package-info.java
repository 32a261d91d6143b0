/**
 * The HTTP server: {@link downhill.web.Server} adds every route, and the home page. Its parts use each other in this order:
 * {@code http}, {@code assets}, {@code page}, {@code api}, {@code playground}, {@code lesson}, {@code lab}, {@code widget}.
 */
@org.jspecify.annotations.NullMarked
package downhill.web;
