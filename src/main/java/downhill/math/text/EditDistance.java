package downhill.math.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The distance between two words: that of Levenshtein (1965), letters compared without case. */
public final class EditDistance {
    private static final int LONGEST = 40;

    private EditDistance() {}

    /** The least number of letters to insert, delete or change that makes one word of the other. */
    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int change = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Integer.min(change, 1 + Integer.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    /**
     * The name that a misspelt word most likely meant: the first of the nearest, if it is near, that is, if it differs in at
     * most a quarter of the letters and one more, and not in all of them.
     */
    public static Optional<String> nearest(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .min(Comparator.comparingInt(name -> between(wrong, name)))
                .filter(name -> between(wrong, name) < Math.min(wrong.length(), 2 + wrong.length() / 4));
    }
}
