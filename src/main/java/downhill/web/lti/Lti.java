package downhill.web.lti;

import downhill.live.archive.LaunchArchive;
import downhill.live.launch.LaunchKeys;
import downhill.live.launch.Launches;
import downhill.live.launch.ScoreSender;
import downhill.live.launch.Statements;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import downhill.web.page.LaunchedTabs;
import downhill.web.page.Layouts;
import downhill.web.page.PlatformTerms;
import downhill.web.xapi.XapiStore;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything about learning platforms. Without any in the settings, it has no routes, and starts and sends nothing. */
public final class Lti implements AutoCloseable {
    /** The parts that exist where there are platforms. */
    private record On(PlatformHttp http, ToolKey key, Launches launches) {}

    private final LtiSettings lti;
    private final ServerSettings settings;
    private final LaunchArchive archive;
    private final byte[] secret;
    private final Clock clock;
    private final Optional<On> on;

    /**
     * Starts what the settings ask for.
     *
     * @param secret known to all servers of the archive
     */
    public Lti(LtiSettings lti, ServerSettings settings, LaunchArchive archive, byte[] secret, Clock clock) {
        this.lti = lti;
        this.settings = settings;
        this.archive = archive;
        this.secret = LaunchKeys.derive(secret, "lti");
        this.clock = clock;
        this.on = lti.isOn() ? Optional.of(start()) : Optional.empty();
    }

    private On start() {
        var http = new PlatformHttp();
        ToolKey key = ToolKey.of(archive);
        var gradebook = new ScoreService(lti.platforms(), key, http, clock);
        Statements statements = lti.xapi()
                .map(store -> Statements.to(new XapiStore(store), archive.outbox(), clock))
                .orElseGet(() -> Statements.none(archive.outbox()));
        var launches = new Launches(
                archive,
                new LaunchKeys(LaunchKeys.derive(secret, "launches"), clock),
                lti.platforms().stream().collect(Collectors.toMap(Platform::name, Platform::issuer)),
                new ScoreSender(archive, gradebook, lti.keep(), clock),
                statements,
                clock);
        return new On(http, key, launches);
    }

    /** The paths to which pages of other sites may send forms. */
    public Set<String> crossSitePaths() {
        return lti.isOn() ? LtiRoutes.CROSS_SITE : Set.of();
    }

    /** The tabs that a platform opened. */
    public LaunchedTabs tabs() {
        return new LaunchedTabs(on.map(On::launches));
    }

    /** The terms for the page on privacy. */
    public Optional<PlatformTerms> terms() {
        return lti.isOn()
                ? Optional.of(new PlatformTerms(lti.keep().toDays(), lti.xapi().isPresent()))
                : Optional.empty();
    }

    /** Adds the routes, and lets the platforms show the course in frames. */
    public void addTo(RoutesConfig routes, Templates templates, Layouts layouts, Courses courses) {
        on.ifPresent(parts -> {
            routes.before(ctx -> LtiRoutes.allowFrames(ctx, lti));
            var login = new Login(lti, settings, secret, clock);
            var pages = new OwnPages(courses);
            var choosing = new Choosing(templates, layouts, courses, lti, login, parts.key(), secret, clock);
            choosing.addTo(routes);
            new ProgressRoutes(courses, tabs()).addTo(routes);
            var tokens = new IdTokens(lti.platforms(), parts.http(), clock);
            new LtiRoutes(
                            templates,
                            layouts,
                            pages,
                            login,
                            tokens,
                            parts.key(),
                            archive,
                            parts.launches(),
                            choosing,
                            clock)
                    .addTo(routes);
        });
    }

    @Override
    public void close() {
        on.ifPresent(parts -> {
            parts.launches().close();
            parts.http().close();
        });
    }
}
