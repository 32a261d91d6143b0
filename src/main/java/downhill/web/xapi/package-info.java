/** Statements about learners' work for a learning record store (xAPI 1.0.3): {@link downhill.web.xapi.XapiStore} sends them. */
@org.jspecify.annotations.NullMarked
package downhill.web.xapi;
