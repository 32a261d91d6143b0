/**
 * The state of the playground as a link carries it. {@link downhill.json.link.LinkText} unpacks the text,
 * {@link downhill.json.link.LinkReader} checks what is in it, and {@link downhill.json.link.LinkedState} is the result.
 */
@org.jspecify.annotations.NullMarked
package downhill.json.link;
