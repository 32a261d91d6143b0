/**
 * The JSON forms of the domain, read strictly and written exactly. A class for each form: {@link downhill.json.RunSpecReader} and
 * {@link downhill.json.RunSpecWriter}, {@link downhill.json.TweakJson}, {@link downhill.json.FrameWriter},
 * {@link downhill.json.ExplanationJson} and others; {@code form} has their common reading and writing.
 */
@org.jspecify.annotations.NullMarked
package downhill.json;
