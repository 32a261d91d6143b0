@NullMarked
package downhill.web.playground;

import org.jspecify.annotations.NullMarked;
