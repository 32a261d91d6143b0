/** The classes that are open: found by code, key or board, changed by teachers and learners, and followed by their pages. */
@NullMarked
package downhill.live.room;

import org.jspecify.annotations.NullMarked;
