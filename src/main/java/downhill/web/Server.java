package downhill.web;

import downhill.live.Runs;
import downhill.live.ServerLimits;
import downhill.live.Uploads;
import downhill.live.Visitors;
import downhill.live.lease.ElsewhereException;
import downhill.live.memory.Heap;
import downhill.live.room.Classes;
import downhill.live.work.Workers;
import downhill.web.api.ApiRoutes;
import downhill.web.api.CostRoutes;
import downhill.web.api.DataRoutes;
import downhill.web.api.DescriptionRoutes;
import downhill.web.api.ExplanationRoutes;
import downhill.web.api.ExportRoutes;
import downhill.web.api.ExpressionRoutes;
import downhill.web.api.FamilyRoutes;
import downhill.web.api.FrameRoutes;
import downhill.web.api.HillRoutes;
import downhill.web.api.InstrumentRoutes;
import downhill.web.api.LandscapeRoutes;
import downhill.web.api.NudgeDescriptionRoutes;
import downhill.web.api.PerceptronRoutes;
import downhill.web.api.ReadingRoutes;
import downhill.web.api.RunRoutes;
import downhill.web.api.SeedRoutes;
import downhill.web.api.TimingRoutes;
import downhill.web.api.WiringRoutes;
import downhill.web.assets.Assets;
import downhill.web.assets.Libraries;
import downhill.web.assets.StaticFiles;
import downhill.web.classroom.BoardRoutes;
import downhill.web.classroom.ClassDescents;
import downhill.web.classroom.ClassQuestions;
import downhill.web.classroom.ClassRoutes;
import downhill.web.classroom.DescentRoutes;
import downhill.web.classroom.JoinRoutes;
import downhill.web.classroom.SummaryRoutes;
import downhill.web.http.CrossSite;
import downhill.web.http.EarlyErrors;
import downhill.web.http.Errors;
import downhill.web.http.FollowedRequests;
import downhill.web.http.Health;
import downhill.web.http.Metrics;
import downhill.web.http.RequestIds;
import downhill.web.http.RequestLog;
import downhill.web.http.RoomHandler;
import downhill.web.http.SandboxedFrames;
import downhill.web.http.SecureHandler;
import downhill.web.http.Security;
import downhill.web.http.ServerSettings;
import downhill.web.http.SharedAnswers;
import downhill.web.http.VisitorTokens;
import downhill.web.lab.DigitLab;
import downhill.web.lab.GraphRoutes;
import downhill.web.lesson.AnswerRoutes;
import downhill.web.lesson.Evidence;
import downhill.web.lesson.HealthRowRoutes;
import downhill.web.lesson.LessonRoutes;
import downhill.web.lesson.LessonRunRoutes;
import downhill.web.lesson.SceneMaps;
import downhill.web.lesson.StageViews;
import downhill.web.lesson.TeacherRoutes;
import downhill.web.lesson.TraceRoutes;
import downhill.web.lti.Lti;
import downhill.web.node.PassedHandler;
import downhill.web.node.Passing;
import downhill.web.page.ClassSeats;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import downhill.web.page.PrivacyPage;
import downhill.web.page.TemplateFiles;
import downhill.web.playground.CureRoutes;
import downhill.web.playground.PlanRoutes;
import downhill.web.playground.PlaygroundRoutes;
import downhill.web.playground.sweep.SweepRoutes;
import downhill.web.prepared.PreparedRoutes;
import downhill.web.share.CardRoutes;
import downhill.web.share.EmbedRoutes;
import downhill.web.share.OfflineRoutes;
import downhill.web.share.SearchRoutes;
import downhill.web.share.SiteMap;
import downhill.web.widget.Gallery;
import downhill.web.widget.LandscapeDemo;
import downhill.web.widget.WidgetRoutes;
import io.javalin.Javalin;
import io.javalin.compression.Brotli;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The HTTP server: every route, every header, and a stop that leaves nobody without an answer. */
public final class Server implements AutoCloseable {
    private static final long STOP_MILLISECONDS = 5000;
    private static final long IDLE_MILLISECONDS = 20_000;

    /** The room for all headers of a request: an address with a state can come three times, as itself, as referrer and as htmx's own header. */
    private static final int HEADER_BYTES = 32 * 1024;

    private final ServerSettings settings;
    private final ServerLimits limits;
    private final Runs runs;
    private final Uploads uploads;
    private final Visitors visitors;
    private final Classes classes;
    private final Lti lti;
    private final Passing passing;
    private final PassedHandler passed;
    private final FollowedRequests followed = new FollowedRequests();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Javalin javalin;
    private List<Runnable> warmUp = List.of();

    /**
     * Builds the server; {@link #start} opens its port.
     *
     * @param secret known to all servers of one archive
     */
    public Server(
            ServerSettings settings,
            ServerLimits limits,
            Runs runs,
            Uploads uploads,
            Visitors visitors,
            Classes classes,
            Lti lti,
            byte[] secret) {
        this.settings = settings;
        this.limits = limits;
        this.runs = runs;
        this.uploads = uploads;
        this.visitors = visitors;
        this.classes = classes;
        this.lti = lti;
        this.passing = new Passing(secret);
        this.passed = new PassedHandler(secret);
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.router.contextPath = settings.base().isEmpty() ? "/" : settings.base();
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = limits.bodyBytes();
        config.http.compressionStrategy = new CompressionStrategy(new Brotli(4), new Gzip(6));
        config.jetty.multipartConfig.maxTotalRequestSize(limits.bodyBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(limits.bodyBytes(), SizeUnit.BYTES);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.DEFAULT);
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADER_BYTES);
        });
        config.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(IDLE_MILLISECONDS);
            return connector;
        });
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLISECONDS);
            server.insertHandler(new RoomHandler(runs.memory(), limits.bodyBytes()));
            server.insertHandler(new SecureHandler());
            server.insertHandler(passed);
            server.insertHandler(new RequestIds());
            server.insertHandler(new GracefulHandler());
            server.setErrorHandler(new EarlyErrors());
        });
        var shared = new SharedAnswers(runs);
        config.router.handlerWrapper(endpoint -> followed.wrap(endpoint, shared.wrap(endpoint)));
        config.requestLogger.http(RequestLog::note);
        config.routes.before(Security::headers);
        config.routes.before(SandboxedFrames::allow);
        var tokens = new VisitorTokens(visitors, settings.addresses(), settings.base());
        config.routes.before(tokens::identify);
        config.routes.before(new CrossSite(lti.crossSitePaths())::refuse);
        config.routes.post("/api/visitors", tokens::issue);
        addRoutes(config);
        config.routes.exception(ElsewhereException.class, passing::pass);
        Errors.addTo(config.routes);
    }

    private void addRoutes(JavalinConfig config) {
        var libraries = new Libraries();
        var templates = TemplateFiles.open(settings.development());
        var courses = new Courses(settings);
        var assets = new Assets(settings.development(), courses::widgets);
        var layouts = new Layouts(settings, assets, libraries, courses);
        new Health(runs, stopping::get, Heap::isFull).addTo(config.routes);
        new Metrics(runs, settings.metricsToken()).addTo(config.routes);
        var files = new StaticFiles(assets, libraries);
        files.addTo(config.routes);
        warmUp = List.of(files::warmUp, GraphRoutes::warmUp, () -> DigitLab.shared(runs));
        followed.addTo(config.routes);
        new RunRoutes(runs).addTo(config.routes);
        new CostRoutes(runs).addTo(config.routes);
        new SeedRoutes(runs).addTo(config.routes);
        new ReadingRoutes(runs).addTo(config.routes);
        new WiringRoutes(runs).addTo(config.routes);
        new TimingRoutes(runs).addTo(config.routes);
        new FamilyRoutes(runs).addTo(config.routes);
        new DataRoutes(uploads, runs.memory()).addTo(config.routes);
        new ExportRoutes(runs, settings).addTo(config.routes);
        new FrameRoutes(runs, limits).addTo(config.routes);
        new InstrumentRoutes(runs).addTo(config.routes);
        new ExplanationRoutes(runs).addTo(config.routes);
        new LandscapeRoutes(runs).addTo(config.routes);
        new DescriptionRoutes(runs).addTo(config.routes);
        new NudgeDescriptionRoutes(runs).addTo(config.routes);
        new ExpressionRoutes().addTo(config.routes);
        new DigitLab(templates, layouts, runs).addTo(config.routes);
        new GraphRoutes(templates, layouts).addTo(config.routes);
        new HillRoutes().addTo(config.routes);
        new PerceptronRoutes().addTo(config.routes);
        var seats = new ClassSeats(classes, courses, settings, limits.keepClass());
        new LessonRoutes(templates, layouts, courses, new StageViews(runs), seats).addTo(config.routes);
        var questions = new ClassQuestions(courses, runs);
        var maps = new SceneMaps(courses, runs);
        var descents = new ClassDescents(maps, runs);
        new ClassRoutes(templates, layouts, courses, questions, classes, settings, limits).addTo(config.routes);
        new BoardRoutes(templates, layouts, courses, questions, descents, classes, settings, limits)
                .addTo(config.routes);
        new DescentRoutes(templates, layouts, courses, descents, classes, settings).addTo(config.routes);
        new SummaryRoutes(templates, layouts, courses, questions, descents, classes, settings, limits)
                .addTo(config.routes);
        new JoinRoutes(templates, layouts, classes, seats, settings, limits).addTo(config.routes);
        lti.addTo(config.routes, templates, layouts, courses);
        new TeacherRoutes(templates, layouts, courses, limits).addTo(config.routes);
        new PreparedRoutes(templates, layouts, courses).addTo(config.routes);
        var evidence = new Evidence(runs);
        new AnswerRoutes(templates, courses, evidence, seats, lti.tabs()).addTo(config.routes);
        new TraceRoutes(courses, evidence, seats, maps, runs).addTo(config.routes);
        new LessonRunRoutes(courses, runs).addTo(config.routes);
        new HealthRowRoutes(courses, runs).addTo(config.routes);
        new PlaygroundRoutes(templates, layouts, runs, seats).addTo(config.routes);
        new PlanRoutes(templates, layouts, settings).addTo(config.routes);
        new CureRoutes().addTo(config.routes);
        new SweepRoutes(runs).addTo(config.routes);
        new ApiRoutes(templates, layouts).addTo(config.routes);
        new LandscapeDemo(templates, layouts, runs).addTo(config.routes);
        new WidgetRoutes(templates, layouts, courses, runs, new Gallery(settings, assets)).addTo(config.routes);
        new PrivacyPage(templates, layouts, limits, lti.terms()).addTo(config.routes);
        new CardRoutes(courses).addTo(config.routes);
        new OfflineRoutes(templates, layouts).addTo(config.routes);
        new EmbedRoutes(settings, courses).addTo(config.routes);
        new SiteMap(settings, courses).addTo(config.routes);
        new SearchRoutes(courses).addTo(config.routes);
        new HomePage(templates, layouts, courses, runs).addTo(config.routes);
    }

    /** Opens the port and returns it. */
    public int start() {
        javalin.start();
        return javalin.port();
    }

    /** Does in the background what the first visitor of some pages would wait for: compress, load the layout of graphs, train the digits. */
    public void warmUp() {
        warmUp.forEach(task -> {
            var _ = runs.workers().start(Workers.SERVER, Executors.callable(task));
        });
    }

    /** The routes of the interface as "GET /api/…", in alphabetical order. */
    List<String> interfaceRoutes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.path.startsWith("/api/"))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .sorted()
                .toList();
    }

    /** Ends every stream, answers what is in flight, closes the port. */
    @Override
    public void close() {
        stopping.set(true);
        lti.close();
        classes.close();
        runs.close();
        javalin.stop();
    }
}
