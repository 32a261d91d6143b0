package downhill.web.classroom;

import downhill.classroom.Tally;
import java.util.List;

/** Attempts at a challenge: the learning rate across, and the cost or the height upwards. */
public record ScatterPicture(List<Point> points, List<ChartAxis.Tick> across, List<ChartAxis.Tick> upwards) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 360;

    /** The places of the axes. */
    public static final int LEFT = 80;

    public static final int BASE = 310;
    private static final int MARGIN = 16;

    /** One learner's newest attempt. */
    public record Point(double x, double y, boolean met) {}

    static ScatterPicture of(List<Tally.Try> trials) {
        ChartAxis across = ChartAxis.of(trials.stream().map(Tally.Try::rate).toList(), LEFT, WIDTH - MARGIN);
        ChartAxis upwards = ChartAxis.of(trials.stream().map(Tally.Try::result).toList(), BASE, MARGIN);
        return new ScatterPicture(
                trials.stream()
                        .map(one -> new Point(across.place(one.rate()), upwards.place(one.result()), one.met()))
                        .toList(),
                across.ticks(5),
                upwards.ticks(5));
    }
}
