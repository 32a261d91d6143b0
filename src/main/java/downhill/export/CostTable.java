package downhill.export;

import downhill.descent.rule.Hyperparameter;
import downhill.train.history.CostSeries;
import downhill.train.spec.LoggedTweak;
import downhill.train.step.BatchSchedule;
import java.util.List;

/** A run's steps, as far as their costs are kept, as a table of comma-separated values (RFC 4180): step, epoch, cost of the batch, learning rate. */
public final class CostTable {
    private CostTable() {}

    /**
     * The table with its heading.
     *
     * @param costs a row for each
     */
    public static String write(Recipe recipe, CostSeries costs) {
        var text = new StringBuilder("step,epoch,cost,learningRate\r\n");
        double rate = recipe.spec().optimizer().learningRate();
        BatchSchedule schedule = recipe.schedule();
        List<BatchSchedule> schedules = recipe.schedules();
        int next = 0;
        for (int i = 0; i < costs.size(); i++) {
            int step = costs.steps()[i];
            while (next < recipe.tweaks().size() && recipe.tweaks().get(next).step() <= step) {
                LoggedTweak tweaked = recipe.tweaks().get(next);
                schedule = schedules.get(next++);
                rate = tweaked.tweak().optimizer().getOrDefault(Hyperparameter.LEARNING_RATE, rate);
            }
            text.append(step).append(',').append(schedule.epoch(step)).append(',');
            text.append(costs.costs()[i]).append(',').append(rate).append("\r\n");
        }
        return text.toString();
    }
}
