package downhill.course;

import downhill.math.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a check gives each learner: one value of each list, always the same for the same learner.
 *
 * @param values the values that there are, by name; none for a check that asks everyone the same
 */
public record Given(Map<String, List<Double>> values) {
    public static final Given NONE = new Given(Map.of());

    /** The learner of handouts, and of pages that keep nothing. */
    public static final long ANYONE = 0;

    private static final int DIGITS = 4;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The numbers of one learner for the check of this id. */
    public Map<String, Double> of(long learner, String lesson, String check) {
        Map<String, Double> chosen = new LinkedHashMap<>();
        values.forEach((name, list) -> {
            long hash = hash(learner, lesson + "/" + check + "/" + name);
            chosen.put(name, list.get((int) Long.remainderUnsigned(hash, list.size())));
        });
        return chosen;
    }

    /** Every choice that there is. */
    public List<Map<String, Double>> all() {
        List<Map<String, Double>> all = List.of(Map.of());
        for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
            List<Map<String, Double>> longer = new ArrayList<>();
            for (Map<String, Double> chosen : all) {
                for (double value : entry.getValue()) {
                    Map<String, Double> more = new LinkedHashMap<>(chosen);
                    more.put(entry.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** A text with every number that learners may be given in place of one: "(1, 2 or 3)". */
    public String inWords(String html) {
        String all = html;
        for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
            List<String> numbers = entry.getValue().stream()
                    .map(value -> NumberText.plain(value, DIGITS))
                    .distinct()
                    .toList();
            all = all.replace("<span data-given=\"" + entry.getKey() + "\">…</span>", either(numbers));
        }
        return all;
    }

    private static String either(List<String> numbers) {
        int last = numbers.size() - 1;
        return last < 1
                ? String.join("", numbers)
                : "(" + String.join(", ", numbers.subList(0, last)) + " or " + numbers.get(last) + ")";
    }

    /** Mixes as SplitMix64 does, so that neighbouring seeds get unlike numbers. */
    private static long hash(long seed, String text) {
        long hash = mixed(seed + GOLDEN);
        for (int i = 0; i < text.length(); i++) {
            hash = mixed((hash ^ text.charAt(i)) + GOLDEN);
        }
        return hash;
    }

    private static long mixed(long x) {
        long a = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
