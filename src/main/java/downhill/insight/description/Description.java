package downhill.insight.description;

import java.util.List;

/**
 * One figure of a stage in words: what it shows at a step.
 *
 * @param of the figure, by the name of what it shows: step, network, walkers and so on
 * @param sentences the main points, the most important first
 * @param tables the numbers behind it
 */
public record Description(String of, List<String> sentences, List<Table> tables) {
    /**
     * SpokenNumbers as they are read out.
     *
     * @param heads one for each column; the first column names its row
     */
    public record Table(String caption, List<String> heads, List<List<String>> rows) {}
}
