@NullMarked
package downhill.store;

import org.jspecify.annotations.NullMarked;
