package downhill.web.card;

import java.awt.Graphics2D;

/** A picture of something that the engine really computed. */
interface Picture {
    /** Draws the picture with its upper left corner at 0, 0. */
    void draw(Graphics2D g, int width, int height);

    /** A few words about the content. */
    String caption();
}
