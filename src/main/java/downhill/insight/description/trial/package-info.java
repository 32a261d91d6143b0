/** Trainings that are made to be compared, in words and tables. */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.trial;
