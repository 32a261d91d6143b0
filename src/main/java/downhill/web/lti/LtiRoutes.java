package downhill.web.lti;

import downhill.course.Lesson;
import downhill.json.form.Json;
import downhill.live.archive.LaunchArchive;
import downhill.live.launch.Launches;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.Security;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses that lead from a learning platform to an activity here. */
final class LtiRoutes {
    static final String LOGIN = "/lti/login";
    static final String LAUNCH = "/lti/launch";
    private static final String SESSION = "/lti/session";

    /** The paths to which a platform has the browser send forms. What comes there proves itself by the platform's signature. */
    static final Set<String> CROSS_SITE = Set.of(LOGIN, LAUNCH);

    private static final Logger LOG = LoggerFactory.getLogger(LtiRoutes.class);

    /** A login is remembered for longer than its state and its token count together. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** A message, and the login that it answers. */
    private record Answered(LaunchMessage message, LoginState state) {}

    private final Templates templates;
    private final Layouts layouts;
    private final OwnPages pages;
    private final Login login;
    private final IdTokens tokens;
    private final ToolKey key;
    private final LaunchArchive archive;
    private final Launches launches;
    private final Choosing choosing;
    private final Clock clock;

    LtiRoutes(
            Templates templates,
            Layouts layouts,
            OwnPages pages,
            Login login,
            IdTokens tokens,
            ToolKey key,
            LaunchArchive archive,
            Launches launches,
            Choosing choosing,
            Clock clock) {
        this.templates = templates;
        this.layouts = layouts;
        this.pages = pages;
        this.login = login;
        this.tokens = tokens;
        this.key = key;
        this.archive = archive;
        this.launches = launches;
        this.choosing = choosing;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get(LOGIN, this::begin);
        routes.post(LOGIN, this::begin);
        routes.post(LAUNCH, this::launch);
        routes.post(SESSION, this::enter);
        routes.get("/lti/keys", ctx -> {
            ctx.header("Cache-Control", "max-age=3600");
            Responses.json(ctx, Json.bytes(key.publicSet()));
        });
        routes.exception(RefusedLaunchException.class, this::refuse);
    }

    private void begin(Context ctx) {
        step(ctx, login.begin(ctx));
    }

    /** Checks the platform's answer, and has the browser show that it is the one that began. */
    private void launch(Context ctx) throws InterruptedException {
        Optional<String> error = Login.parameter(ctx, "error");
        if (error.isPresent()) {
            String why = Login.parameter(ctx, "error_description").orElse(error.get());
            throw RefusedLaunchException.over(
                    "Your learning platform did not let you in: " + Requests.printable(why) + ".");
        }
        Answered answered = answered(ctx);
        LoginState state = answered.state();
        step(
                ctx,
                new PlatformStep.Proof(
                        layouts.base() + SESSION,
                        Login.field(ctx, "id_token").orElse(""),
                        Login.parameter(ctx, "state").orElse(""),
                        Login.key(state.nonce()),
                        state.target().orElse(""),
                        Platform.origin(answered.message().platform().login())));
    }

    /** Checks everything again, now with the browser's secret, and uses the login up. */
    private void enter(Context ctx) throws InterruptedException {
        Answered answered = answered(ctx);
        if (!Login.isSecret(answered.state(), Login.parameter(ctx, "secret").orElse(""))) {
            throw RefusedLaunchException.over("The link was opened in another browser or another window.");
        }
        if (!archive.use(Login.hash(answered.state().nonce()), clock.instant().plus(REMEMBERED))) {
            throw RefusedLaunchException.over("The link was used before.");
        }
        LaunchMessage message = answered.message();
        switch (message.kind()) {
            case LaunchMessage.Open open -> open(ctx, message, open);
            case LaunchMessage.Choose choose -> choosing.offer(ctx, message, choose);
        }
    }

    private Answered answered(Context ctx) throws InterruptedException {
        LoginState state = login.state(ctx)
                .orElseThrow(() ->
                        RefusedLaunchException.over("The link does not belong to a login here, or it is too old."));
        Platform platform = login.platform(state)
                .orElseThrow(
                        () -> RefusedLaunchException.untrusted("This learning platform is no longer set up here."));
        String token = Login.field(ctx, "id_token")
                .orElseThrow(() -> RefusedLaunchException.malformed("The platform sends no id_token."));
        return new Answered(tokens.read(platform, state.nonce(), token), state);
    }

    private void open(Context ctx, LaunchMessage message, LaunchMessage.Open open) {
        String path = pages.path(open.target(), login.site(ctx));
        Optional<Lesson> lesson = pages.lesson(path);
        Optional<Launches.Opened> opened = message.learner()
                .flatMap(learner -> lesson.flatMap(one -> {
                    var source = new Launches.Source(
                            message.platform().name(), message.deployment(), learner, open.link(), open.lineitem());
                    return launches.open(source, one);
                }));
        step(
                ctx,
                new PlatformStep.Enter(
                        layouts.base() + path,
                        lesson.map(Lesson::slug).orElse(""),
                        opened.map(Launches.Opened::owner).orElse(""),
                        opened.map(Launches.Opened::key).orElse("")));
    }

    private void step(Context ctx, PlatformStep step) {
        Layout layout = layouts.ofSecret(ctx, "From your course", "A learning platform opens an activity.");
        Responses.html(ctx, templates.platformStep(layout, step));
    }

    private void refuse(RefusedLaunchException e, Context ctx) {
        LOG.debug("A launch was refused: {}", e.getMessage());
        ctx.status(e.status());
        Layout layout = layouts.ofSecret(ctx, "Not opened", "A link from a learning platform could not be opened.");
        Responses.html(ctx, templates.platformRefused(layout, String.valueOf(e.getMessage())));
    }

    /** Lets the platforms show the pages of the course in frames. */
    static void allowFrames(Context ctx, LtiSettings lti) {
        if (OwnPages.isFramed(ctx.path().substring(ctx.contextPath().length()))) {
            Security.allowFraming(
                    ctx,
                    lti.platforms().stream()
                            .flatMap(platform -> platform.origins().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
    }
}
