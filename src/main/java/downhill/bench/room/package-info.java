/** Measurements of a class: many learners on real connections, and servers that are killed meanwhile. */
@NullMarked
package downhill.bench.room;

import org.jspecify.annotations.NullMarked;
