package downhill.web.lesson;

import downhill.classroom.Answers;
import downhill.classroom.Response;
import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Gaps;
import downhill.course.Given;
import downhill.course.Lesson;
import downhill.course.Predict;
import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.Stage.RunStage;
import downhill.course.grading.Attempt;
import downhill.course.grading.CodeGrader;
import downhill.course.grading.CodeVerdict;
import downhill.course.grading.Grader;
import downhill.course.grading.Picture;
import downhill.course.grading.Verdict;
import downhill.json.StageJson;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.page.ClassSeats;
import downhill.web.page.Courses;
import downhill.web.page.LaunchedTabs;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges learners' answers, each with a fragment below the question. */
public final class AnswerRoutes {
    private static final int MOST_TRIES = 1000;
    private static final int MOST_LINES = 100;

    private final Templates templates;
    private final Courses courses;
    private final Evidence evidence;
    private final ClassSeats seats;
    private final LaunchedTabs tabs;

    public AnswerRoutes(Templates templates, Courses courses, Evidence evidence, ClassSeats seats, LaunchedTabs tabs) {
        this.templates = templates;
        this.courses = courses;
        this.evidence = evidence;
        this.seats = seats;
        this.tabs = tabs;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/{scene}/answers/{id}", this::answer);
        routes.get("/lessons/{lesson}/{scene}/given", this::given);
    }

    /** The numbers that the scene's checks give the learner of a seed, by the checks' ids. */
    private void given(Context ctx) {
        Lesson lesson = LessonRoutes.lesson(ctx, courses.course());
        Requests.allowQuery(ctx, Set.of("learner"));
        long learner = seed(Optional.ofNullable(ctx.queryParam("learner")));
        Map<String, Map<String, Double>> given = new LinkedHashMap<>();
        for (Question question : LessonRoutes.scene(ctx, lesson).questions()) {
            if (question instanceof Check check && !check.given().equals(Given.NONE)) {
                given.put(check.id(), check.given().of(learner, lesson.slug(), check.id()));
            }
        }
        Responses.json(ctx, StageJson.given(given));
    }

    private static long learner(Context ctx) {
        return seed(Optional.ofNullable(ctx.formParam("learner")));
    }

    /** The random number that a browser keeps with its progress. */
    private static long seed(Optional<String> text) {
        return Requests.whole("learner", text.orElse(String.valueOf(Given.ANYONE)), 0, Integer.MAX_VALUE);
    }

    private void answer(Context ctx) throws InterruptedException {
        Lesson lesson = LessonRoutes.lesson(ctx, courses.course());
        Scene scene = LessonRoutes.scene(ctx, lesson);
        Question question = scene.questions().stream()
                .filter(q -> q.id().equals(ctx.pathParam("id")))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("This scene has no question with this name."));
        String answer = Optional.ofNullable(ctx.formParam("answer")).orElse("");
        switch (question) {
            case Predict predict -> {
                Picture picture = evidence.picture(ctx, lesson, scene.stage());
                note(ctx, lesson, scene, predict, Answers.of(predict, answer), false);
                Responses.html(ctx, templates.lessonReveal(Grader.reveal(predict, answer, picture)));
            }
            case Check check -> {
                Picture picture = evidence.picture(ctx, lesson, scene.stage())
                        .with(check.given().of(learner(ctx), lesson.slug(), check.id()));
                boolean unknown = ctx.formParam("unknown") != null;
                Verdict verdict =
                        unknown ? Grader.giveUp(check, picture) : Grader.grade(check, answer, picture, tries(ctx));
                boolean shown = !verdict.solution().isEmpty();
                note(ctx, lesson, scene, check, Answers.of(check, answer, unknown, verdict, picture), shown);
                Responses.html(ctx, templates.lessonVerdict(verdict));
            }
            case Gaps gaps -> {
                CodeVerdict verdict = judge(ctx, lesson, scene, gaps, answer);
                boolean shown = verdict.wrong() && !verdict.solution().isEmpty();
                note(ctx, lesson, scene, gaps, Answers.of(gaps, ctx.formParam("unknown") != null, verdict), shown);
                Responses.html(ctx, templates.lessonGapsVerdict(verdict));
            }
            case Challenge challenge -> {
                Attempt attempt = evidence.attempt(ctx, lesson, scene.stage(), challenge.goal());
                Picture picture = evidence.picture(ctx, lesson, scene.stage());
                note(ctx, lesson, scene, challenge, Optional.of(Answers.of(attempt, picture)), false);
                Responses.html(ctx, templates.lessonAttempt(attempt, challenge.hint(), tries(ctx)));
            }
        }
    }

    /**
     * Notes the answer of a learner in a class, or of one who came from a learning platform; nobody else's is kept.
     *
     * @param isShown whether the learner sees the solution now
     */
    private void note(
            Context ctx, Lesson lesson, Scene scene, Question question, Optional<Response> response, boolean isShown) {
        response.ifPresent(given -> {
            seats.at(ctx, lesson, scene).ifPresent(at -> at.seat().answer(at.key(question.id()), given));
            boolean isDone = isShown || given.outcome() != Response.Outcome.WRONG;
            Optional<Boolean> isRight = given.outcome() == Response.Outcome.NOTED
                    ? Optional.empty()
                    : Optional.of(given.outcome() == Response.Outcome.RIGHT);
            tabs.answered(ctx, lesson, question.id(), isDone, isRight);
        });
    }

    /** Judges the lines {@code name = expression} of an answer. */
    private static CodeVerdict judge(Context ctx, Lesson lesson, Scene scene, Gaps gaps, String answer) {
        CodeGrader grader = CodeGrader.of(gaps.code(), lesson, (RunStage) scene.stage());
        if (ctx.formParam("unknown") != null) {
            return grader.giveUp();
        }
        Map<String, String> typed = new HashMap<>();
        answer.lines().limit(MOST_LINES).forEach(line -> {
            String[] sides = line.split("=", 2);
            typed.put(sides[0].strip(), sides.length < 2 ? "" : sides[1].strip());
        });
        return grader.grade(gaps, typed, tries(ctx));
    }

    /** The number of wrong answers before, as the page counts them. */
    private static int tries(Context ctx) {
        String tries = Optional.ofNullable(ctx.formParam("tries")).orElse("0");
        return Requests.whole("tries", tries, 0, MOST_TRIES);
    }
}
