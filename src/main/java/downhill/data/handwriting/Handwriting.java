package downhill.data.handwriting;

import downhill.math.Rng;
import java.util.List;
import java.util.stream.IntStream;

/** A writer of digits, each in another hand: a form, a style, a bending of the paper, and a pen. */
public final class Handwriting {
    private final List<List<Template>> forms;

    /** The writer who knows all forms. */
    public Handwriting() {
        this(Hands.all());
    }

    /** A writer who knows only these, at least one for each digit that is to be written. */
    Handwriting(List<Template> templates) {
        forms = IntStream.range(0, 10)
                .mapToObj(digit ->
                        templates.stream().filter(t -> t.digit() == digit).toList())
                .toList();
    }

    /**
     * Writes a digit into an array of pictures.
     *
     * @param digit 0 to 9
     * @param rng what decides everything else
     * @param pictures receives 28 x 28 values, row by row, ink 1 and paper 0; the place must be all 0
     * @param at where the picture starts
     */
    public void write(int digit, Rng rng, double[] pictures, int at) {
        Style style = Style.draw(digit, rng);
        Template form = choose(forms.get(digit), rng.nextDouble());
        Trace trace = new Spline(shaken(form, style, rng), form.marks(), style.round()).trace();
        new Distortion(style, rng).apply(trace);
        Framing.fit(trace, style.radius() + 0.25 * style.softness(), style.size());
        double[] sheet = new double[Framing.PIXELS];
        new Pen(style, rng).ink(trace, sheet, Framing.SIDE);
        Framing.centre(sheet, style.right(), style.down(), pictures, at);
    }

    /** Chooses a form, each as often as its share says. */
    private static Template choose(List<Template> forms, double place) {
        double left = place * forms.stream().mapToDouble(Template::share).sum();
        for (Template form : forms) {
            left -= form.share();
            if (left < 0) {
                return form;
            }
        }
        return forms.getLast();
    }

    /**
     * The points of a mixed version, each moved a little, most of it carried over from the point before; and each stroke
     * after the first moved as a whole.
     */
    private static double[] shaken(Template form, Style style, Rng rng) {
        double[] points = form.mixed(rng);
        double[] shift = new double[2];
        double[] stroke = new double[2];
        for (int i = 0; i < points.length; i++) {
            int axis = i % 2;
            shift[axis] = 0.7 * shift[axis] + 0.71 * style.shake() * rng.nextGaussian();
            points[i] += stroke[axis] + shift[axis];
            if (form.marks().get(i / 2) == Template.Mark.LIFT) {
                stroke[axis] = 0.03 * rng.nextGaussian();
            }
        }
        return points;
    }
}
