@NullMarked
package downhill.train.step;

import org.jspecify.annotations.NullMarked;
