package downhill.course.reading;

import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Check.Slip;
import downhill.course.Check.Tolerance;
import downhill.course.Given;
import downhill.course.LessonRun;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Stage;
import downhill.course.Stage.RunStage;
import downhill.course.Widgets;
import downhill.course.text.Fields;
import downhill.course.text.Percent;
import downhill.course.text.Prose;
import downhill.course.text.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what a scene asks. */
public final class QuestionReader {
    private static final int MOST_SKETCHED = 100_000;
    private static final int MOST_WALKERS = 8;

    private final Prose prose;
    private final Widgets widgets;
    private final Map<String, LessonRun> runs;

    QuestionReader(Prose prose, Widgets widgets, Map<String, LessonRun> runs) {
        this.prose = prose;
        this.widgets = widgets;
        this.runs = runs;
    }

    /** The question of a kind in a block, on the stage of its scene. */
    Question read(String kind, YamlValue yaml, Stage stage) {
        Fields fields = yaml.fields();
        Given given = kind.equals("check") && !fields.has("choices") ? GivenReader.given(fields) : Given.NONE;
        QuestionTexts texts = new QuestionTexts(prose, Quantities.of(stage, runs), Labels.of(stage, widgets), given);
        String id = fields.text("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            fields.of("id").refuse("an id is small letters with - between words, not \"" + id + "\"");
        }
        String ask = texts.passage(fields, "ask");
        if (kind.equals("gaps") && !(stage instanceof RunStage)) {
            yaml.refuse("gaps are filled beside a run; this scene shows " + stage.subject());
        }
        Question question = switch (kind) {
            case "predict" -> predict(fields, id, ask, texts);
            case "check" -> check(fields, id, ask, texts);
            case "gaps" -> GapsReader.read(fields, id, ask, texts);
            default -> {
                ChallengeReader reader = new ChallengeReader(stage, runs);
                yield new Challenge(
                        id, ask, reader.goal(fields), reader.solutions(fields), texts.optional(fields, "hint"));
            }
        };
        fields.refuseUnknown();
        return question;
    }

    private Predict predict(Fields fields, String id, String ask, QuestionTexts texts) {
        Map<String, String> with = texts.with(fields);
        Predict.Form form = form(fields, texts);
        Optional<String> truth = fields.value("truth").map(value -> texts.expression(value, with.keySet()));
        if (form instanceof Predict.Choices c
                && truth.isPresent()
                && !truth.get().matches("\\d{1,2}")) {
            fields.of("truth")
                    .refuse("the truth is the number of a choice, from 1 to "
                            + c.choices().size());
        }
        return new Predict(id, ask, form, truth, with, texts.passage(fields, "after"));
    }

    private Predict.Form form(Fields fields, QuestionTexts texts) {
        if (fields.has("slider")) {
            return slider(fields.value("slider").orElseThrow().fields());
        }
        if (fields.has("sketch")) {
            return sketch(fields.of("sketch").fields());
        }
        List<String> choices = fields.list("choices").stream().map(texts::line).toList();
        if (choices.size() < 2) {
            fields.mistakes().note(fields.place(), "a prediction has choices (two or more), a slider or a sketch");
        }
        return new Predict.Choices(choices);
    }

    private static Predict.Sketch sketch(Fields fields) {
        OptionalInt steps = fields.value("steps").stream()
                .mapToInt(value -> value.whole(1, MOST_SKETCHED))
                .findFirst();
        int walker = fields.value("walker")
                .map(value -> value.whole(1, MOST_WALKERS))
                .orElse(1);
        fields.refuseUnknown();
        return new Predict.Sketch(steps, walker);
    }

    private static Predict.Slider slider(Fields fields) {
        double from = fields.required("from").map(YamlValue::number).orElse(0.0);
        double to = fields.required("to").map(YamlValue::number).orElse(1.0);
        double step = fields.number("step").orElse((to - from) / 100);
        String unit = fields.optionalText("unit").orElse("");
        fields.refuseUnknown();
        if (!(from < to) || !(step > 0)) {
            fields.mistakes().note(fields.place(), "a slider goes from a number to a larger one, by a step above 0");
        }
        return new Predict.Slider(from, to, step, unit);
    }

    private Check check(Fields fields, String id, String ask, QuestionTexts texts) {
        return fields.has("choices") ? choice(fields, id, ask, texts) : numeric(fields, id, ask, texts);
    }

    private Check choice(Fields fields, String id, String ask, QuestionTexts texts) {
        List<Check.Option> options =
                fields.list("choices").stream().map(v -> option(v, texts)).toList();
        if (options.size() < 2 || options.stream().noneMatch(Check.Option::right)) {
            fields.mistakes().note(fields.place(), "a choice has two answers or more, of which one is right: true");
        }
        return new Check.Choice(
                id, ask, options, texts.optionalLine(fields, "right"), texts.passage(fields, "solution"));
    }

    private static Check.Option option(YamlValue value, QuestionTexts texts) {
        Fields fields = value.fields();
        String text = fields.required("text").map(texts::line).orElse("");
        Optional<YamlValue> mark = fields.value("right");
        boolean isSentence = mark.isPresent() && !mark.get().isFlag();
        boolean right = isSentence || mark.map(YamlValue::flag).orElse(false);
        String reason = isSentence ? mark.map(texts::line).orElse("") : "";
        String hint = right ? texts.optional(fields, "hint") : texts.passage(fields, "hint");
        fields.refuseUnknown();
        return new Check.Option(text, right, hint, reason);
    }

    private Check numeric(Fields fields, String id, String ask, QuestionTexts texts) {
        Map<String, String> with = texts.with(fields);
        Set<String> names = texts.names(with);
        texts.refuseUnasked(fields, ask, with.keySet());
        String answer =
                fields.required("answer").map(v -> texts.expression(v, names)).orElse("0");
        List<Slip> slips = fields.list("mistakes").stream()
                .map(value -> slip(value, names, texts))
                .toList();
        return new Check.Numeric(
                id,
                ask,
                texts.given(),
                with,
                answer,
                tolerance(fields),
                slips,
                texts.line(fields, "begin"),
                texts.optionalLine(fields, "right"),
                texts.calculation(fields, "solution"));
    }

    static Slip slip(YamlValue value, Set<String> names, QuestionTexts texts) {
        Fields fields = value.fields();
        String when =
                fields.required("when").map(v -> texts.expression(v, names)).orElse("0");
        String hint = texts.passage(fields, "hint");
        fields.refuseUnknown();
        return new Slip(when, hint);
    }

    private static Tolerance tolerance(Fields fields) {
        Optional<YamlValue> share = fields.value("tolerance");
        double absolute = fields.number("within").orElse(0);
        double relative = share.map(Percent::of).orElse(fields.has("within") ? 0 : 0.01);
        return new Tolerance(relative, absolute);
    }
}
