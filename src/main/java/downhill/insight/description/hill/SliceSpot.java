package downhill.insight.description.hill;

import downhill.insight.Landscape;
import downhill.insight.description.SpokenNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A spot of a slice, so far from the network, with its cost. */
public record SliceSpot(int i, int j, double alpha, double beta, double cost) {
    /** All whose cost is finite, the lowest first. */
    static List<SliceSpot> ascending(Landscape slice) {
        List<SliceSpot> all = new ArrayList<>();
        for (int i = 0; i < slice.alphas().length; i++) {
            for (int j = 0; j < slice.betas().length; j++) {
                if (Double.isFinite(slice.costs()[i][j])) {
                    all.add(new SliceSpot(i, j, slice.alphas()[i], slice.betas()[j], slice.costs()[i][j]));
                }
            }
        }
        all.sort(Comparator.comparingDouble(SliceSpot::cost));
        return all;
    }

    /** The index of the network's value on an axis, or -1 if no tick has it. */
    static int middle(double[] ticks) {
        int i = ticks.length / 2;
        return ticks[i] == 0 ? i : -1;
    }

    static String text(double cost) {
        return Double.isFinite(cost) ? SpokenNumbers.of(cost) : "beyond all numbers";
    }

    boolean isAtEdge(Landscape slice) {
        return i == 0 || j == 0 || i == slice.alphas().length - 1 || j == slice.betas().length - 1;
    }
}
