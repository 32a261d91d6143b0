@NullMarked
package downhill.classroom;

import org.jspecify.annotations.NullMarked;
