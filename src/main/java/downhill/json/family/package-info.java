/** The JSON forms of the family trees, of a network's answers about them, and of its person units. */
@org.jspecify.annotations.NullMarked
package downhill.json.family;
