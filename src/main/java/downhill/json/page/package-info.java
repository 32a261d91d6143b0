/** The JSON that pages hand to their scripts, such as the list of activations. */
@org.jspecify.annotations.NullMarked
package downhill.json.page;
