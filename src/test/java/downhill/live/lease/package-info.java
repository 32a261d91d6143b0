@NullMarked
package downhill.live.lease;

import org.jspecify.annotations.NullMarked;
