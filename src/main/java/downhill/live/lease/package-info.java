/** The runs of several servers on one archive: each run is in the memory of one of them. */
@NullMarked
package downhill.live.lease;

import org.jspecify.annotations.NullMarked;
