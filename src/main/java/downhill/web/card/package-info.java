/** Draws pictures: the cards that link previews show, and the app's icons. All with shapes alone, so that every machine draws the same pixels. */
@NullMarked
package downhill.web.card;

import org.jspecify.annotations.NullMarked;
