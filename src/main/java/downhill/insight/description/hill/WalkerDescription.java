package downhill.insight.description.hill;

import downhill.descent.HillInfo;
import downhill.descent.HillPath.Place;
import downhill.descent.Optimizer;
import downhill.descent.rule.Sgd;
import downhill.descent.rule.UpdateRule;
import downhill.insight.description.SpokenNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes one walker: its place, the direction down, its last step with the reason, and the end of its path. */
public final class WalkerDescription {
    /** The steepness below which a walker hardly moves. */
    private static final double LEVEL = 0.005;

    private final HillInfo info;
    private final WalkerPath path;
    private final FogView sight;
    private final Place here;
    private final int dimensions;

    WalkerDescription(HillInfo info, WalkerPath path, FogView sight) {
        this.info = info;
        this.path = path;
        this.sight = sight;
        this.here = path.here();
        this.dimensions = info.hill().dimensions();
    }

    /** All sentences, the most important first. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(where());
        sentences.add(slope());
        path.before().ifPresent(before -> {
            sentences.add(step(before));
            sentences.add(height(before));
        });
        sight.of(path).ifPresent(sentences::add);
        if (!path.lost()) {
            WalkerOutcome.of(info.hill(), path, sight.isClear()).ifPresent(sentences::add);
        }
        return sentences;
    }

    private String where() {
        String after = path.steps() == 0 ? "at its start" : "after " + SpokenNumbers.count(path.steps(), "step");
        String place = CoordinateText.place(here.position()) + ", at height " + SpokenNumbers.of(here.height());
        if (path.lost()) {
            return path.who().has() + " diverged: " + after + " its numbers grow beyond all bounds. It was last at "
                    + place + ".";
        }
        return path.who().does("stand") + " at " + place + ", " + after + "."
                + (isInPicture() ? "" : " That is outside the picture.");
    }

    private boolean isInPicture() {
        return IntStream.range(0, dimensions).allMatch(i -> {
            double at = here.position().get(i);
            return at >= info.domain().get(i).low()
                    && at <= info.domain().get(i).high();
        });
    }

    private String slope() {
        double steep = CoordinateText.length(here.slope());
        if (steep == 0) {
            return "The ground is level there: the slope is 0.";
        }
        String nearly = steep < LEVEL ? " The ground is nearly level." : "";
        return (dimensions == 1 ? slopeOfLine() : slopesOfPlane(steep)) + nearly;
    }

    private String slopeOfLine() {
        double slope = here.slope().getFirst();
        return "The slope there is " + SpokenNumbers.of(slope) + ": for each unit to the right the ground "
                + (slope > 0 ? "rises" : "falls") + " by " + SpokenNumbers.of(Math.abs(slope)) + ". Down is to the "
                + (slope > 0 ? "left, where x is smaller." : "right, where x is larger.");
    }

    private String slopesOfPlane(double steep) {
        List<Double> down = here.slope().stream().map(s -> -s / steep).toList();
        List<String> sides = IntStream.range(0, 2)
                .filter(i -> Math.abs(down.get(i)) >= LEVEL)
                .mapToObj(i -> (down.get(i) > 0 ? "larger " : "smaller ") + CoordinateText.name(i))
                .toList();
        return "The slope there is " + SpokenNumbers.of(here.slope().get(0)) + " by x and "
                + SpokenNumbers.of(here.slope().get(1)) + " by y. Straight down is toward "
                + String.join(" and ", sides)
                + ", " + CoordinateText.movement(down) + " for each unit of way, on which the ground falls by "
                + SpokenNumbers.of(steep)
                + ".";
    }

    /** The last step and what it was made of. */
    private String step(Place before) {
        List<Double> step = path.stepTo(path.steps());
        String sentence = path.who().its() + " last step" + (path.optimizer().isEmpty() ? " by hand" : "") + " was "
                + CoordinateText.movement(step)
                + (dimensions == 1 ? "" : ", " + SpokenNumbers.of(CoordinateText.length(step)) + " long");
        return sentence
                + path.optimizer().map(optimizer -> reason(optimizer, before)).orElse(".");
    }

    private String reason(Optimizer optimizer, Place before) {
        String rate = "the learning rate " + SpokenNumbers.of(optimizer.learningRate());
        String slope = (dimensions == 1 ? "the slope " : "the slopes ") + CoordinateText.pair(before.slope());
        String decay = optimizer.weightDecay() == 0 ? "" : " and a pull to 0, the weight decay";
        String why = switch (optimizer.rule()) {
            case Sgd(double momentum, boolean ahead)
            when momentum == 0 -> "minus " + rate + " times " + slope + " where it came from";
            case Sgd(double momentum, boolean ahead)
            when ahead ->
                "what the slope where it came from, " + CoordinateText.pair(before.slope()) + ", the rate "
                        + SpokenNumbers.of(optimizer.learningRate()) + " and the momentum " + SpokenNumbers.of(momentum)
                        + " make of it, looking ahead (Nesterov)";
            case Sgd(double momentum, boolean ahead) ->
                "the momentum " + SpokenNumbers.of(momentum) + " times the step before, "
                        + CoordinateText.movement(before.velocity()) + ", minus " + rate + " times " + slope;
            case UpdateRule other ->
                "what " + other.name() + " makes of " + slope + " where it came from, of those before, and of " + rate;
        };
        return ": " + why + decay + ".";
    }

    private String height(Place before) {
        double rise = path.rise();
        String from = ", from " + SpokenNumbers.of(before.height()) + " to " + SpokenNumbers.of(here.height());
        String over = dimensions == 1 && sight.isClear() ? steppedOver(before) : "";
        return (rise == 0
                        ? "The height stayed the same"
                        : "The height " + (rise < 0 ? "fell" : "rose") + " by " + SpokenNumbers.of(Math.abs(rise))
                                + from)
                + over + ".";
    }

    /** Says that a step went from one side of a valley to the other. */
    private String steppedOver(Place before) {
        double from = before.position().getFirst();
        double to = here.position().getFirst();
        Optional<Double> bottom = info.hill().minima().stream()
                .map(minimum -> minimum.at().getFirst())
                .filter(x -> x > Math.min(from, to) && x < Math.max(from, to))
                .findFirst();
        return bottom.map(x -> ": the step went over the bottom at x = " + SpokenNumbers.of(x) + " to the other side")
                .orElse("");
    }
}
