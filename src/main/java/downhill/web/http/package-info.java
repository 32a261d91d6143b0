/**
 * Speaks HTTP: reads requests strictly, answers with JSON or a problem document, streams events, sets security headers,
 * and reports the health of the server. Pages and interface routes are built on it.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.http;
