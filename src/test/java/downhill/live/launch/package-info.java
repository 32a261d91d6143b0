@NullMarked
package downhill.live.launch;

import org.jspecify.annotations.NullMarked;
