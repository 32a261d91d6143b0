/** Handwritten-looking digits: how hands write them, the pen, and the frame that every picture of a digit is put in. */
@org.jspecify.annotations.NullMarked
package downhill.data.handwriting;
