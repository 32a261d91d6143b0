package downhill.course.text;

import downhill.math.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The mistakes found so far, so that an author sees all of them at once. */
public final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();
    private final List<Mistake> warnings = new ArrayList<>();

    /** Notes what is wrong at a place. */
    public void note(Place place, String text) {
        add(found, new Mistake(place, text));
    }

    /** Notes a fault of style at a place: its lesson can be shown as it is. */
    public void warn(Place place, String text) {
        add(warnings, new Mistake(place, text));
    }

    private static void add(List<Mistake> list, Mistake mistake) {
        if (!list.contains(mistake)) {
            list.add(mistake);
        }
    }

    /** Notes a name that there is not, with the nearest that there is, or else all of them. */
    public void unknown(Place place, String kind, String name, Collection<String> names) {
        note(place, "no " + kind + " \"" + name + "\"; " + cure(name, names));
    }

    private static String cure(String name, Collection<String> names) {
        return EditDistance.nearest(name, names)
                .or(() -> names.stream()
                        .filter(n -> name.length() > 2 && (n.startsWith(name) || n.endsWith(capital(name))))
                        .findFirst())
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(names.isEmpty() ? "there are none" : "there are " + String.join(", ", names));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** All so far, file by file and line by line. */
    public List<Mistake> all() {
        return sorted(found);
    }

    /** All warnings so far, file by file and line by line. */
    public List<Mistake> warnings() {
        return sorted(warnings);
    }

    private static List<Mistake> sorted(List<Mistake> list) {
        return list.stream()
                .sorted(Comparator.comparing((Mistake m) -> m.place().file())
                        .thenComparingInt(m -> m.place().line()))
                .toList();
    }

    /** Throws if there is any. */
    public void raise() {
        if (!found.isEmpty()) {
            throw new ContentException(all());
        }
    }
}
