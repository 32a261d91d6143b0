@NullMarked
package downhill.train.history;

import org.jspecify.annotations.NullMarked;
