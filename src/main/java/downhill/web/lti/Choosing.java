package downhill.web.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import downhill.course.Lesson;
import downhill.live.launch.LaunchKeys;
import downhill.web.http.Responses;
import downhill.web.http.Security;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import downhill.web.page.Sharing;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Deep linking: a teacher chooses an activity for a course, and the platform gets a signed link to it. */
final class Choosing {
    private static final String CHOOSE = "/lti/choose";

    /** A teacher may look around this long before choosing. */
    private static final Duration TIME = Duration.ofHours(2);

    private static final Duration ANSWER_TIME = Duration.ofMinutes(5);

    /** The points of a whole lesson in the platform's gradebook. */
    private static final int POINTS = 100;

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final LtiSettings lti;
    private final Login login;
    private final ToolKey key;
    private final SealedClaims choices;
    private final Clock clock;

    Choosing(
            Templates templates,
            Layouts layouts,
            Courses courses,
            LtiSettings lti,
            Login login,
            ToolKey key,
            byte[] secret,
            Clock clock) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.lti = lti;
        this.login = login;
        this.key = key;
        this.choices = new SealedClaims(LaunchKeys.derive(secret, "choice"), "choice", TIME, clock);
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.post(CHOOSE, this::answer);
    }

    /** Shows the activities. */
    void offer(Context ctx, LaunchMessage message, LaunchMessage.Choose choose) {
        if (!choose.isForLinks()) {
            throw RefusedLaunchException.malformed(
                    "The platform asks here for something else than a link to an activity.");
        }
        String choice = choices.seal(new JWTClaimsSet.Builder()
                .issuer(message.platform().name())
                .claim("deployment", message.deployment())
                .claim("back", choose.back().toString())
                .claim("data", choose.data().orElse("")));
        var list = new ActivityList(
                layouts.base(),
                choice,
                courses.course().lessons(),
                courses.widgets().demos());
        var layout = layouts.ofSecret(ctx, "Choose an activity", "The activities that a course can use.");
        Responses.html(ctx, templates.platformChoice(layout, list));
    }

    /** Signs the choice, and has the browser take it to the platform. */
    private void answer(Context ctx) {
        Claims choice = Login.field(ctx, "choice")
                .flatMap(choices::open)
                .map(Claims::new)
                .orElseThrow(
                        () -> RefusedLaunchException.over("You took too long to choose, or the page is not whole."));
        Platform platform = lti.platforms().stream()
                .filter(one -> one.name().equals(choice.text("iss").orElse("")))
                .findFirst()
                .orElseThrow(
                        () -> RefusedLaunchException.untrusted("This learning platform is no longer set up here."));
        String back = choice.text("back").orElse("");
        String token = key.sign(response(platform, choice, item(ctx)));
        // The platform may lead on to another of its sites, and the policy is asked at each of them.
        var origins = new TreeSet<>(platform.origins());
        origins.add(Platform.origin(URI.create(back)));
        Security.allowForm(ctx, origins);
        var layout = layouts.ofSecret(ctx, "Back to your course", "The choice goes to the learning platform.");
        Responses.html(ctx, templates.platformStep(layout, new PlatformStep.Return(back, token)));
    }

    private JWTClaimsSet response(Platform platform, Claims choice, Map<String, Object> item) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(platform.client())
                .audience(platform.issuer())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(ANSWER_TIME)))
                .claim("nonce", UUID.randomUUID().toString())
                .claim(Claims.LTI + "deployment_id", choice.text("deployment").orElse(""))
                .claim(Claims.LTI + "message_type", "LtiDeepLinkingResponse")
                .claim(Claims.LTI + "version", "1.3.0")
                .claim(Claims.DEEP_LINKING + "content_items", List.of(item));
        choice.text("data").ifPresent(data -> claims.claim(Claims.DEEP_LINKING + "data", data));
        return claims.build();
    }

    /** The link to the chosen activity. */
    private Map<String, Object> item(Context ctx) {
        String activity = Login.field(ctx, "activity").orElse("");
        Optional<Lesson> lesson = courses.course().lesson(activity.replaceFirst("^lessons/", ""));
        if (activity.startsWith("lessons/") && lesson.isPresent()) {
            Map<String, Object> item = link(ctx, activity, lesson.get().title());
            item.put("text", Sharing.plain(lesson.get().question()));
            item.put(
                    "lineItem",
                    Map.of(
                            "scoreMaximum", POINTS,
                            "label", lesson.get().title(),
                            "resourceId", lesson.get().slug()));
            return item;
        }
        if (activity.equals("playground")) {
            return link(ctx, activity, "Playground");
        }
        return courses.widgets().demos().stream()
                .filter(demo -> activity.equals("figure")
                        && demo.name().equals(Login.field(ctx, "figure").orElse("")))
                .findFirst()
                .map(demo -> link(ctx, "widgets/" + demo.name(), demo.title()))
                .orElseThrow(() -> RefusedLaunchException.malformed("There is no such activity."));
    }

    private Map<String, Object> link(Context ctx, String path, String title) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "ltiResourceLink");
        item.put("title", title);
        item.put("url", login.site(ctx) + "/" + path);
        return item;
    }
}
