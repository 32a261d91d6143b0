package downhill.insight.description.hill;

/** The name of a walker as sentences use it: they address a learner who moves by hand. */
public record WalkerName(String name) {
    private boolean isLearner() {
        return name.equals("You");
    }

    /** "Ada stands", "You stand". */
    String does(String verb) {
        return name + " " + (isLearner() ? verb : verb + "s");
    }

    /** "Ada is", "You are". */
    String is() {
        return name + (isLearner() ? " are" : " is");
    }

    String has() {
        return name + (isLearner() ? " have" : " has");
    }

    String its() {
        return isLearner() ? "Your" : "Its";
    }

    String it() {
        return isLearner() ? "You" : "It";
    }
}
