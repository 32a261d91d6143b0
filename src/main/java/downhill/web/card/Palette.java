package downhill.web.card;

import java.awt.Color;

/** The colours of the site's light theme, by their names in {@code tokens.css}; a test keeps the two alike. */
enum Palette {
    PAPER(0xfbf8f1),
    PLATE(0xfffefa),
    HAIRLINE(0xdfd8c9),
    INK(0x211f1a),
    INK_SOFT(0x5c574d),
    POSITIVE(0x1f63b0),
    NEGATIVE(0xb8500a),
    NEUTRAL(0xc9c2b4),
    MAP_POSITIVE(0x5d9bdc),
    MAP_MIDDLE(0xfaf5ea),
    MAP_NEGATIVE(0xf0a052),
    DOT_POSITIVE(0x124f96),
    DOT_NEGATIVE(0xa14200),
    DOT_EDGE(0xfffefa),
    COST(0xbb2430),
    GROUND(0xf3ebdd),
    HEIGHT_LOW(0xa3947d),
    HEIGHT_HIGH(0xfffdf7),
    HEIGHT_LINE(0x7d7160);

    private final int rgb;

    Palette(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }

    Color colour() {
        return new Color(rgb);
    }

    /** The colour between this one (at 0) and another one (at 1), as red, green and blue. */
    int towards(Palette other, double share) {
        return mixed(rgb, other.rgb, share);
    }

    /** The colour between two others, each part of it by itself. */
    static int mixed(int from, int to, double share) {
        double part = Math.clamp(share, 0, 1);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = from >> shift & 0xff;
            double b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * part) << shift;
        }
        return mixed;
    }
}
