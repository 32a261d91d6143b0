/** A class that works through a lesson together: its code, its learners, its pace, and their answers. */
@NullMarked
package downhill.classroom;

import org.jspecify.annotations.NullMarked;
