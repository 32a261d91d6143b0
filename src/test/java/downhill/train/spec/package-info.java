@NullMarked
package downhill.train.spec;

import org.jspecify.annotations.NullMarked;
