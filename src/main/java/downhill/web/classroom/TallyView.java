package downhill.web.classroom;

import downhill.classroom.ClassQuestion;
import downhill.classroom.Classroom;
import downhill.classroom.Tallies;
import downhill.classroom.Tally;

/**
 * The answers of a class to a question, as pages show them.
 *
 * @param tally is only made into a picture where somebody may see it
 * @param learners how many the class has
 * @param revealed whether the class may see them
 */
public record TallyView(ClassQuestion asked, Tally tally, int learners, boolean revealed) {
    static TallyView of(ClassQuestion asked, Classroom room) {
        return new TallyView(
                asked,
                Tallies.of(asked, room),
                room.learners().size(),
                room.revealed().contains(asked.key()));
    }

    /** The number of answers, in words. */
    public String count() {
        return tally.answered() + " of " + learners
                + (learners == 1 ? " learner has answered" : " learners have answered");
    }

    /** A share of all who answered, in percent. */
    public int percent(int count) {
        return tally.answered() == 0 ? 0 : Math.round(100f * count / tally.answered());
    }

    /** The length of a bar in a picture that is 100 wide, which stands for all who answered. */
    public double length(int count) {
        return tally.answered() == 0 ? 0 : Math.round(1000.0 * count / tally.answered()) / 10.0;
    }

    public DotsPicture dots(Tally.OfNumbers numbers) {
        return DotsPicture.of(numbers);
    }

    public CurvesPicture curves(Tally.OfCurves curves) {
        return CurvesPicture.of(curves);
    }

    /** Tests whether attempts at a challenge differ in their learning rates, or there is only one. */
    public boolean hasRates(Tally.OfChallenge challenge) {
        return challenge.trials().size() == 1
                || challenge.trials().stream().map(Tally.Try::rate).distinct().count() > 1;
    }

    public ScatterPicture scatter(Tally.OfChallenge challenge) {
        return ScatterPicture.of(challenge.trials());
    }
}
