@NullMarked
package downhill.web.lab;

import org.jspecify.annotations.NullMarked;
