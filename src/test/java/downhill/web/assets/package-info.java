@NullMarked
package downhill.web.assets;

import org.jspecify.annotations.NullMarked;
