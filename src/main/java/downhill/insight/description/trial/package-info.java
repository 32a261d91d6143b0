/** Descriptions of trainings that are made to be compared: runs side by side, and one run from several seeds. */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.trial;
