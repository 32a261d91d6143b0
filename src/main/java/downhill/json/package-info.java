/** The JSON forms of specifications, tweaks and frames, read strictly and written exactly. */
@org.jspecify.annotations.NullMarked
package downhill.json;
