package downhill;

import downhill.live.Runs;
import downhill.live.ServerLimits;
import downhill.live.Uploads;
import downhill.live.Visitors;
import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.NoArchive;
import downhill.live.room.Classes;
import downhill.live.watch.FrameMaker;
import downhill.live.work.Crew;
import downhill.live.work.KernelTrial;
import downhill.live.work.Trainer;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.Server;
import downhill.web.http.ServerSettings;
import downhill.web.lti.Lti;
import downhill.web.lti.LtiSettings;
import downhill.web.node.HttpPeers;
import java.io.IOException;
import java.io.Reader;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The program: builds everything by constructors and serves until it is stopped. */
public final class App implements AutoCloseable {
    /** The time within which vectors must prove faster than plain loops. */
    private static final Duration TRIAL = Duration.ofSeconds(10);

    /** More helpers than this find too little to do in a step of 900,000 weights. */
    private static final int MOST_HELPERS = 3;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final ServerSettings settings;
    private final Trainer trainer;
    private final Crew crew;
    private final Runs runs;
    private final Server server;
    private final Archive archive;

    /** Builds the whole app, whose runs end with it; nothing listens yet. */
    public App(ServerSettings settings, ServerLimits limits) {
        this(settings, limits, new NoArchive());
    }

    /** Builds the whole app without learning platforms. */
    public App(ServerSettings settings, ServerLimits limits, Archive archive) {
        this(settings, limits, archive, LtiSettings.OFF);
    }

    /** Builds the whole app; nothing listens yet. It closes the archive when it is closed. */
    public App(ServerSettings settings, ServerLimits limits, Archive archive, LtiSettings platforms) {
        this.settings = settings;
        this.archive = archive;
        int processors = Runtime.getRuntime().availableProcessors();
        this.trainer = new Trainer(Math.max(2, processors));
        // two processors are left to the runs that are small, and to everything else
        this.crew = new Crew(Math.clamp(processors - 2, 0, MOST_HELPERS));
        var uploads = new Uploads(limits, archive, System::nanoTime);
        var trial = KernelTrial.inBackground(TRIAL);
        this.runs = new Runs(
                new Engine(uploads, trial::faster, crew),
                new FrameMaker(),
                trainer,
                limits,
                archive,
                new HttpPeers(settings.base(), System::nanoTime));
        byte[] secret = archive.secret();
        var classes = new Classes(limits, archive.classes(), Clock.systemUTC());
        var visitors = new Visitors(limits, secret, System::nanoTime);
        var lti = new Lti(platforms, settings, archive.launches(), secret, Clock.systemUTC());
        this.server = new Server(settings, limits, runs, uploads, visitors, classes, lti, secret);
    }

    /** Opens the port and returns it. */
    public int start() {
        int port = server.start();
        runs.join(settings.nodeAddress(port));
        return port;
    }

    /** Prepares, in the background, what the first visitors would wait for. */
    void warmUp() {
        server.warmUp();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.close();
        trainer.close();
        crew.close();
        archive.close();
    }

    /** Serves; with {@code --train} it fetches its own pages once and ends, so that the JVM can write its class cache. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        if ("json".equals(environment.get("DOWNHILL_LOG"))) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
        }
        try {
            ServerLimits limits = limits(environment.get("DOWNHILL_LIMITS"));
            if (arguments.length > 0 && arguments[0].equals("--train")) {
                Rehearsal.run(limits);
                return;
            }
            LtiSettings platforms = LtiSettings.from(environment);
            serve(ServerSettings.from(environment), limits, StoreSettings.from(environment), platforms);
        } catch (IllegalArgumentException | ArchiveException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void serve(
            ServerSettings settings, ServerLimits limits, StoreSettings store, LtiSettings platforms) {
        App app = new App(settings, limits, Store.open(store), platforms);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
        try {
            int port = app.start();
            String host = settings.host().equals("127.0.0.1") || settings.host().equals("0.0.0.0")
                    ? "localhost"
                    : settings.host();
            System.out.println("Downhill is at http://" + host + ":" + port + settings.base() + "/");
            app.warmUp();
        } catch (RuntimeException e) {
            if (!isTaken(e)) {
                throw e;
            }
            System.err.println("Port " + settings.port() + " is taken. Choose another: PORT=7071 ./run");
            System.exit(3);
        }
    }

    private static boolean isTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static ServerLimits limits(@Nullable String file) throws IOException {
        Properties overrides = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                overrides.load(reader);
            }
        }
        return ServerLimits.from(overrides);
    }
}
