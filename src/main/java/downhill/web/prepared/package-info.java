/** Teachers' own lists of scenes and playground states: made on a page, kept as a file or as a link. */
@NullMarked
package downhill.web.prepared;

import org.jspecify.annotations.NullMarked;
