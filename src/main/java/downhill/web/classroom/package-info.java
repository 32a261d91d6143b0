/** The pages of a class: the teacher's, the projector's, and those by which learners join. */
@NullMarked
package downhill.web.classroom;

import org.jspecify.annotations.NullMarked;
