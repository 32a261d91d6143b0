@NullMarked
package downhill.web;

import org.jspecify.annotations.NullMarked;
