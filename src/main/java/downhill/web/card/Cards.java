package downhill.web.card;

import downhill.course.Lesson;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws the cards that link previews show: words on the left, and on the right a picture of something really computed. */
public final class Cards {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int PICTURE = 540;
    private static final int MARGIN = 64;
    private static final double WORDS = WIDTH - PICTURE - 1.7 * MARGIN;

    private static final double TITLE = 76;
    private static final double LEAST_TITLE = 60;
    private static final double LEAD = 36;
    private static final double LABEL = 28;
    private static final double NOTE = 22;
    private static final double LEADING = 1.22;

    /** The mark of the site, as in the head of its pages: a valley, and a ball that rolls into it. In units of 40 by 28. */
    private static final double MARK_WIDTH = 66;

    private static final double MARK_UNITS = 40;

    private Cards() {}

    /** The card of the site as a whole, as PNG. */
    public static byte[] ofSite() {
        return card(
                "A course on backpropagation",
                "Learning is walking downhill.",
                "Step through a real network, open any number, and go back.",
                HillPicture.ofSite());
    }

    /** The playground's card, as PNG. */
    public static byte[] ofPlayground() {
        return card(
                "Playground",
                "Train a network of your own.",
                "Choose the data and the network. Step forward and back.",
                Pictures.ofPlayground());
    }

    /**
     * A lesson's card, as PNG.
     *
     * @param question what the lesson answers, as plain text
     */
    public static byte[] of(Lesson lesson, String question) {
        return card("Lesson " + lesson.number(), lesson.title(), question, Pictures.of(lesson));
    }

    private static byte[] card(String label, String title, String lead, Picture picture) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            smooth(g);
            g.setColor(Palette.PAPER.colour());
            g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
            drawPicture(g, picture);
            drawMark(g);
            drawWords(g, label, title, lead);
            g.setColor(Palette.INK_SOFT.colour());
            g.fill(Typeface.SANS.line(picture.caption(), MARGIN, HEIGHT - MARGIN, NOTE));
        } finally {
            g.dispose();
        }
        return Png.of(image);
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static void drawPicture(Graphics2D g, Picture picture) {
        Graphics2D part = (Graphics2D) g.create(WIDTH - PICTURE, 0, PICTURE, HEIGHT);
        try {
            picture.draw(part, PICTURE, HEIGHT);
        } finally {
            part.dispose();
        }
        g.setColor(Palette.HAIRLINE.colour());
        g.fill(new Rectangle2D.Double(WIDTH - PICTURE - 2, 0, 2, HEIGHT));
    }

    private static void drawMark(Graphics2D g) {
        drawValley(g, MARGIN, MARGIN - 14, MARK_WIDTH / MARK_UNITS);
        g.setColor(Palette.INK.colour());
        g.fill(Typeface.SERIF.line("Downhill", MARGIN + MARK_WIDTH + 14, MARGIN + 20, 42));
    }

    private static void drawValley(Graphics2D g, double x, double y, double scale) {
        var valley = new Path2D.Double();
        valley.moveTo(2, 5);
        valley.curveTo(10, 5, 12, 23, 22, 23);
        valley.curveTo(32, 23, 32, 17, 38, 17);
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(scale, scale);
        g.setColor(Palette.INK.colour());
        g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(valley);
        g.setColor(Palette.COST.colour());
        g.fill(new Ellipse2D.Double(9.5, 11, 8, 8));
        g.setTransform(before);
    }

    /** Label, title and lead, together in the middle of the height that mark and caption leave. */
    private static void drawWords(Graphics2D g, String label, String title, String lead) {
        double size = TITLE;
        while (isTooWide(title, size)
                || (size > LEAST_TITLE
                        && Typeface.SERIF.lines(title, size, WORDS).size() > 2)) {
            size -= 4;
        }
        List<String> titles = Typeface.SERIF.lines(title, size, WORDS);
        List<String> leads = Typeface.SANS.lines(lead, LEAD, WORDS);
        double height = LABEL * 1.9 + titles.size() * size * LEADING * 0.9 + leads.size() * LEAD * LEADING;
        double y = (HEIGHT - height) / 2 + LABEL + 6;
        g.setColor(Palette.COST.colour());
        g.fill(Typeface.SANS.line(label, MARGIN, y, LABEL));
        y += LABEL * 0.5;
        y = drawLines(g, Typeface.SERIF, titles, y, size, Palette.INK.colour());
        drawLines(g, Typeface.SANS, leads, y + LABEL * 0.8, LEAD, Palette.INK_SOFT.colour());
    }

    private static boolean isTooWide(String title, double size) {
        return Typeface.SERIF.lines(title, size, WORDS).stream()
                .anyMatch(line -> Typeface.SERIF.width(line, size) > WORDS);
    }

    /** Draws lines below a height, and returns the last one's baseline. */
    private static double drawLines(
            Graphics2D g, Typeface face, List<String> lines, double top, double size, Color colour) {
        double y = top;
        g.setColor(colour);
        for (String line : lines) {
            y += size * LEADING * (face == Typeface.SERIF ? 0.9 : 1);
            g.fill(face.line(line, MARGIN, y, size));
        }
        return y;
    }

    /** The colour of the paper, as style sheets write it. */
    public static String background() {
        return String.format("#%06x", Palette.PAPER.rgb());
    }

    /** The app's icon, as PNG: the mark on paper, with room around it for a mask that cuts the corners. */
    public static byte[] icon(int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            smooth(g);
            g.setColor(Palette.PAPER.colour());
            g.fill(new Rectangle2D.Double(0, 0, side, side));
            double scale = 0.64 * side / MARK_UNITS;
            drawValley(g, 0.18 * side, side / 2.0 - 14 * scale, scale);
        } finally {
            g.dispose();
        }
        return Png.of(image);
    }
}
