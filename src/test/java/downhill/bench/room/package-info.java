@NullMarked
package downhill.bench.room;

import org.jspecify.annotations.NullMarked;
