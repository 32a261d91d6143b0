package downhill.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a class.
 *
 * @param subject the things that it works through; "scene" names one of them here, in a list too
 * @param pause the word on all screens while the class pauses
 * @param revealed the questions whose answers the class may see, the newest last
 * @param learners in the order of joining
 */
public record Classroom(
        Subject subject, Pace pace, Optional<String> pause, List<String> revealed, List<Learner> learners) {
    /** The most characters of the word on paused screens. */
    public static final int LONGEST_WORD = 60;

    /** A class without learners, who may go freely. */
    public static Classroom of(Subject subject) {
        return new Classroom(subject, new Pace.Free(), Optional.empty(), List.of(), List.of());
    }

    /** The number of scenes. */
    public int scenes() {
        return subject.count();
    }

    /** The learner of a number; IllegalArgumentException if there is none. */
    public Learner learner(int number) {
        if (number < 1 || number > learners.size()) {
            throw new IllegalArgumentException("There is no learner " + number + ".");
        }
        return learners.get(number - 1);
    }

    /** The scene at which a late learner comes in: the one that is held, or else the one with the most learners, the first of those. */
    public int presentScene() {
        int scenes = scenes();
        int[] count = new int[scenes + 1];
        learners.forEach(learner -> count[learner.scene()]++);
        int present = 1;
        for (int scene = 2; scene <= scenes; scene++) {
            present = count[scene] > count[present] ? scene : present;
        }
        return pace.allowed(present);
    }

    /** The learners at a scene. */
    public List<Learner> at(int scene) {
        return learners.stream().filter(learner -> learner.scene() == scene).toList();
    }

    /** The class with a learner in place of the one of the same number, or after all others. */
    public Classroom with(Learner learner) {
        List<Learner> all = new ArrayList<>(learners);
        if (learner.number() == all.size() + 1) {
            all.add(learner);
        } else {
            all.set(learner.number() - 1, learner);
        }
        return new Classroom(subject, pace, pause, revealed, List.copyOf(all));
    }

    /** The class at another pace. */
    public Classroom with(Pace next) {
        return new Classroom(subject, next, pause, revealed, learners);
    }

    /** The mark among the revealed questions that stands for the picture of all descents in a scene. No question has an id with a point. */
    public static String descentsIn(int scene) {
        return "descents." + scene;
    }

    /** The class with paused screens, or going on. */
    public Classroom paused(Optional<String> word) {
        return new Classroom(subject, pace, word, revealed, learners);
    }

    /** The class with a question's answers shown last. */
    public Classroom reveal(String question) {
        List<String> all = new ArrayList<>(revealed);
        all.remove(question);
        all.add(question);
        return new Classroom(subject, pace, pause, List.copyOf(all), learners);
    }

    /** The class with a question's answers hidden again. */
    public Classroom hide(String question) {
        List<String> all = new ArrayList<>(revealed);
        all.remove(question);
        return new Classroom(subject, pace, pause, List.copyOf(all), learners);
    }

    /** Tests whether another class has the same pace, pause and revealed questions. */
    public boolean isControlledAs(Classroom other) {
        return pace.equals(other.pace) && pause.equals(other.pause) && revealed.equals(other.revealed);
    }

    /** The class with the pace, the pause and the revealed questions of another one. */
    public Classroom controlledAs(Classroom other) {
        return new Classroom(subject, other.pace, other.pause, other.revealed, learners);
    }

    /** The question whose answers are on the projector. */
    public Optional<String> shown() {
        return revealed.isEmpty() ? Optional.empty() : Optional.of(revealed.getLast());
    }
}
