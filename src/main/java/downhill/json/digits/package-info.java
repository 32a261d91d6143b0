/** The JSON forms of drawings, of what a network reads, and of how that changed over the steps. */
@org.jspecify.annotations.NullMarked
package downhill.json.digits;
