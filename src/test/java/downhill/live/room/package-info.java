@NullMarked
package downhill.live.room;

import org.jspecify.annotations.NullMarked;
