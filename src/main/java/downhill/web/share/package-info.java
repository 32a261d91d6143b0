/** The ways in from elsewhere: the site map, the cards of link previews, and figures in other pages. */
@NullMarked
package downhill.web.share;

import org.jspecify.annotations.NullMarked;
