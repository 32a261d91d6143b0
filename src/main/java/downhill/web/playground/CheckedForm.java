package downhill.web.playground;

import downhill.json.form.BadInputException;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form of which every value is allowed, and a sentence on each value of the address that was not and has its default instead.
 *
 * @param remarks sentences for the learner; none if the address was understood
 */
record CheckedForm(PlaygroundForm form, List<String> remarks) {
    /** The letters of a value that a sentence quotes. */
    private static final int MOST_QUOTED = 40;

    /** Tries a specification out; throws what it finds wrong. */
    @FunctionalInterface
    interface Trial {
        void of(RunSpec spec) throws InterruptedException;
    }

    /**
     * Replaces each value that the specification refuses by the control's default.
     *
     * @param trial tries out whether the parts of a specification fit together; the standard form is known to
     * @param given the run whose data the form asks for
     */
    static CheckedForm of(PlaygroundForm asked, Trial trial, Optional<RunSpec> given) throws InterruptedException {
        PlaygroundForm form = asked;
        List<String> remarks = new ArrayList<>();
        while (!form.equals(PlaygroundForm.DEFAULT)) {
            Optional<Problem> problem = problem(form, trial, given);
            if (problem.isEmpty()) {
                return new CheckedForm(form, List.copyOf(remarks));
            }
            String control = Controls.of(problem.get().pointer());
            String byDefault = Controls.DEFAULTS.getOrDefault(control, "");
            if (byDefault.isEmpty() || byDefault.equals(form.value(control))) {
                remarks.add("The address holds settings that do not fit together. "
                        + problem.get().detail() + " The page shows its standard network.");
                break;
            }
            remarks.add(remark(form, control, problem.get()));
            form = form.with(control, byDefault);
        }
        return new CheckedForm(PlaygroundForm.DEFAULT, List.copyOf(remarks));
    }

    /** The same with further remarks. */
    CheckedForm adding(List<String> more) {
        return new CheckedForm(
                form, Stream.concat(remarks.stream(), more.stream()).toList());
    }

    private static String remark(PlaygroundForm form, String control, Problem problem) {
        return "The address asks for " + control + "=" + brief(form.value(control)) + ", which is not possible. "
                + problem.detail() + " The page shows " + control + "=" + brief(PlaygroundForm.DEFAULT.value(control))
                + ".";
    }

    private static String brief(String value) {
        return value.length() <= MOST_QUOTED ? value : value.substring(0, MOST_QUOTED) + "…";
    }

    private static Optional<Problem> problem(PlaygroundForm form, Trial trial, Optional<RunSpec> given)
            throws InterruptedException {
        try {
            trial.of(form.spec(given));
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(e.problems().getFirst());
        } catch (RefusedException e) {
            return Optional.of(e.problems().getFirst());
        }
    }
}
