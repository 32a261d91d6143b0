/** The JSON that pages hand to their scripts. */
@org.jspecify.annotations.NullMarked
package downhill.json.page;
