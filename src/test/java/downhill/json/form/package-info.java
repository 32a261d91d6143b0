@NullMarked
package downhill.json.form;

import org.jspecify.annotations.NullMarked;
