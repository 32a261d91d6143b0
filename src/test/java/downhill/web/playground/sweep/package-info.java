@NullMarked
package downhill.web.playground.sweep;

import org.jspecify.annotations.NullMarked;
