/**
 * Handwritten-looking digits. {@link downhill.data.handwriting.Handwriting} chooses a form from {@link downhill.data.handwriting.Hands} and
 * a {@link downhill.data.handwriting.Style}, a {@link downhill.data.handwriting.Spline} and a {@link downhill.data.handwriting.Distortion}
 * make the pen's {@link downhill.data.handwriting.Trace}, the {@link downhill.data.handwriting.Pen} draws it, and
 * {@link downhill.data.handwriting.Framing} puts it in the frame of every picture.
 */
@org.jspecify.annotations.NullMarked
package downhill.data.handwriting;
