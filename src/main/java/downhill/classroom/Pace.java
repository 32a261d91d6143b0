package downhill.classroom;

import java.util.Optional;

/** The scenes that a class may open. */
public sealed interface Pace {
    /** Everybody goes where they like. */
    record Free() implements Pace {}

    /** Everybody is at one scene. */
    record At(int scene) implements Pace {}

    /** Everybody goes freely up to a scene. */
    record UpTo(int scene) implements Pace {}

    /** The scene that a learner gets who asks for one. */
    default int allowed(int wanted) {
        return switch (this) {
            case Free f -> wanted;
            case At(int scene) -> scene;
            case UpTo(int scene) -> Math.min(wanted, scene);
        };
    }

    /** The pace in a word and a number, as {@link #read} reads it. */
    default String text() {
        return switch (this) {
            case Free f -> "free";
            case At(int scene) -> "at " + scene;
            case UpTo(int scene) -> "up-to " + scene;
        };
    }

    /** The pace of a text, in a lesson with a number of scenes; nothing if it is none. */
    static Optional<Pace> read(String text, int scenes) {
        if (text.equals("free")) {
            return Optional.of(new Free());
        }
        String[] words = text.split(" ", -1);
        if (words.length != 2 || !words[1].matches("[1-9]\\d{0,3}")) {
            return Optional.empty();
        }
        int scene = Integer.parseInt(words[1]);
        if (scene > scenes) {
            return Optional.empty();
        }
        return switch (words[0]) {
            case "at" -> Optional.of(new At(scene));
            case "up-to" -> Optional.of(new UpTo(scene));
            default -> Optional.empty();
        };
    }
}
