/** Trainings that differ in one setting, to be compared. */
@NullMarked
package downhill.insight.sweep;

import org.jspecify.annotations.NullMarked;
