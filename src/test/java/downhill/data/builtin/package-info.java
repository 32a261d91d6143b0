@NullMarked
package downhill.data.builtin;

import org.jspecify.annotations.NullMarked;
