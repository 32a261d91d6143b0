package downhill.export;

import downhill.descent.rule.Hyperparameter;
import downhill.insight.CostCurve;
import downhill.insight.Scores;
import downhill.train.history.CostSeries;
import downhill.train.spec.LoggedTweak;
import downhill.train.step.BatchSchedule;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A run's steps, as far as their costs are kept, as a table of comma-separated values (RFC 4180): step, epoch, cost of the batch, learning rate; and, where
 * they are asked for, the costs and the shares of right answers over the whole training and test sets.
 */
public final class CostTable {
    private CostTable() {}

    /**
     * The table with its heading.
     *
     * @param costs a row for each
     */
    public static String write(Recipe recipe, CostSeries costs) {
        var text = new StringBuilder("step,epoch,cost,learningRate\r\n");
        var column = new Columns(recipe);
        for (int i = 0; i < costs.size(); i++) {
            column.write(text, costs.steps()[i], costs.costs()[i]);
            text.append("\r\n");
        }
        return text.toString();
    }

    /**
     * The table with the costs over the whole sets, at the steps of a curve; the cells of other steps, and of what a run has not, are empty.
     *
     * @param costs a row for each
     * @param points a row for each step that is not among the costs too
     */
    public static String write(Recipe recipe, CostSeries costs, List<CostCurve.Point> points) {
        NavigableMap<Integer, Double> batches = new TreeMap<>();
        NavigableMap<Integer, Scores> scores = new TreeMap<>();
        points.forEach(point -> batches.put(point.step(), point.cost()));
        points.forEach(point -> scores.put(point.step(), point.scores()));
        for (int i = 0; i < costs.size(); i++) {
            batches.put(costs.steps()[i], costs.costs()[i]);
        }
        var text = new StringBuilder("step,epoch,cost,learningRate,trainCost,testCost,accuracy,testAccuracy\r\n");
        var column = new Columns(recipe);
        batches.forEach((step, cost) -> {
            column.write(text, step, cost);
            Scores at = scores.getOrDefault(step, Scores.NONE);
            for (OptionalDouble cell : List.of(at.trainCost(), at.testCost(), at.accuracy(), at.testAccuracy())) {
                text.append(',');
                cell.ifPresent(text::append);
            }
            text.append("\r\n");
        });
        return text.toString();
    }

    /** The first columns of each row, in the order of the steps. */
    private static final class Columns {
        private final Recipe recipe;
        private final List<BatchSchedule> schedules;
        private BatchSchedule schedule;
        private double rate;
        private int next;

        Columns(Recipe recipe) {
            this.recipe = recipe;
            this.schedules = recipe.schedules();
            this.schedule = recipe.schedule();
            this.rate = recipe.spec().optimizer().learningRate();
        }

        void write(StringBuilder text, int step, double cost) {
            while (next < recipe.tweaks().size() && recipe.tweaks().get(next).step() <= step) {
                LoggedTweak tweaked = recipe.tweaks().get(next);
                schedule = schedules.get(next++);
                rate = tweaked.tweak().optimizer().getOrDefault(Hyperparameter.LEARNING_RATE, rate);
            }
            text.append(step).append(',').append(schedule.epoch(step)).append(',');
            text.append(cost).append(',').append(rate);
        }
    }
}
