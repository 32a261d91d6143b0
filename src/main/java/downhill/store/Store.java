package downhill.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import downhill.data.Table;
import downhill.live.archive.Archive;
import downhill.live.archive.ArchiveException;
import downhill.live.archive.Claim;
import downhill.live.archive.ClassArchive;
import downhill.live.archive.LaunchArchive;
import downhill.live.archive.Lease;
import downhill.live.archive.Presence;
import downhill.live.archive.Progress;
import downhill.live.archive.SavedCheckpoint;
import downhill.live.archive.SavedRun;
import downhill.train.spec.LoggedTweak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archive in a database. */
public final class Store implements Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String SQLITE = "jdbc:sqlite:";
    private static final long CONNECTION_MILLISECONDS = 5000;

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final WriteQueue writes;
    private final RunTable runs = new RunTable();
    private final FileTable files = new FileTable();

    private final NodeTable nodes;
    private final boolean embedded;

    private Store(HikariDataSource source, boolean embedded) {
        this.source = source;
        this.embedded = embedded;
        this.nodes = new NodeTable(NodeTable.name(new SecureRandom()), embedded);
        this.jdbi = Jdbi.create(source);
        this.writes = new WriteQueue(jdbi);
    }

    /** Opens the database, and brings its tables up to date. ArchiveException if that fails. */
    public static Store open(StoreSettings settings) {
        try {
            boolean embedded = settings.url().startsWith(SQLITE);
            if (embedded) {
                Files.createDirectories(
                        Path.of(settings.url().substring(SQLITE.length())).getParent());
            }
            var config = new HikariConfig();
            config.setJdbcUrl(settings.url());
            config.setDataSourceProperties(settings.driverProperties());
            config.setMaximumPoolSize(settings.connections());
            config.setMinimumIdle(1);
            config.setConnectionTimeout(CONNECTION_MILLISECONDS);
            config.setPoolName("store");
            var source = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:downhill/store")
                    .placeholders(Map.of("bytes", settings.bytes()))
                    .load()
                    .migrate();
            return new Store(source, embedded);
        } catch (IOException | RuntimeException e) {
            throw new ArchiveException("The store cannot be opened: " + e.getMessage(), e);
        }
    }

    void write(Consumer<Handle> change) {
        try {
            writes.write(change);
        } catch (JdbiException e) {
            throw failed("This could not be saved, so nothing was changed. Try again in a few seconds.", e);
        }
    }

    <T> T read(Function<Handle, T> question) {
        try {
            return jdbi.withHandle(question::apply);
        } catch (JdbiException e) {
            throw failed("The server cannot reach what it has saved. Try again in a few seconds.", e);
        }
    }

    /** Logs the database's own words without its details, which can hold ids. */
    private static ArchiveException failed(String message, JdbiException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        LOG.warn(
                "The store failed: {}",
                String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        return new ArchiveException(message, e);
    }

    @Override
    public Lease add(SavedRun run, Instant now) {
        write(handle -> runs.add(handle, run, nodes.node(), now));
        return new Lease(run.id(), RunTable.FIRST);
    }

    @Override
    public void addShared(SavedRun run, Instant now) {
        write(handle -> runs.addShared(handle, run, now));
    }

    @Override
    public void addTweak(Lease lease, int number, LoggedTweak tweak) {
        write(handle -> runs.addTweak(handle, lease, number, tweak));
    }

    @Override
    public Set<Lease> reach(Map<Lease, Progress> reached, Instant now) {
        var lost = new AtomicReference<Set<Lease>>(Set.of());
        if (!reached.isEmpty()) {
            write(handle -> lost.set(runs.reach(handle, reached, now)));
        }
        return lost.get();
    }

    @Override
    public void addCheckpoint(Lease lease, SavedCheckpoint checkpoint) {
        write(handle -> runs.addCheckpoint(handle, lease, checkpoint));
    }

    @Override
    public boolean isShared() {
        return !embedded;
    }

    // Claims and signs of life do not wait in the queue of other writes.

    @Override
    public Claim claim(String run) {
        return read(handle -> nodes.claim(handle, run));
    }

    @Override
    public Set<Lease> renew(Presence presence) {
        return read(handle -> nodes.renew(handle, presence));
    }

    @Override
    public void release(Collection<Lease> leases) {
        write(handle -> leases.forEach(lease -> nodes.release(handle, lease)));
    }

    @Override
    public void leave() {
        write(nodes::leave);
    }

    @Override
    public Optional<SavedRun> find(String run) {
        return read(handle -> runs.find(handle, run));
    }

    @Override
    public Optional<SavedRun> findView(String view) {
        return read(handle -> runs.findView(handle, view));
    }

    @Override
    public Optional<SavedCheckpoint> checkpoint(String run) {
        return read(handle -> runs.checkpoint(handle, run));
    }

    @Override
    public void delete(Lease lease) {
        write(handle -> runs.delete(handle, lease));
    }

    @Override
    public void addUpload(String id, String visitor, Table table, Instant now) {
        byte[] content = TableBytes.write(table);
        write(handle -> files.add(handle, id, visitor, content, now));
    }

    @Override
    public Optional<Table> upload(String id, Instant now) {
        Optional<byte[]> content = read(handle -> files.find(handle, id));
        if (content.isPresent()) {
            write(handle -> files.touch(handle, id, now));
        }
        return content.map(TableBytes::read);
    }

    @Override
    public long bytes() {
        return read(handle -> runs.bytes(handle) + files.bytes(handle));
    }

    @Override
    public long bytes(String visitor) {
        return read(handle -> runs.bytes(handle, visitor) + files.bytes(handle, visitor));
    }

    @Override
    public void shrink(String visitor, long bytes) {
        write(handle -> {
            long taken = runs.bytes(handle, visitor) + files.bytes(handle, visitor);
            long left = runs.shrink(handle, visitor, taken, bytes);
            files.shrink(handle, visitor, left, bytes);
        });
    }

    @Override
    public void forget(Instant unasked) {
        write(handle -> {
            runs.forget(handle, unasked);
            files.forget(handle, unasked);
        });
    }

    @Override
    public byte[] secret() {
        return secret("tokens", () -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            return fresh;
        });
    }

    /** The secret of this name. The first server's counts if two start at once. */
    byte[] secret(String name, Supplier<byte[]> fresh) {
        return findSecret(name).orElseGet(() -> {
            byte[] made = fresh.get();
            write(handle -> handle.createUpdate(
                            "INSERT INTO secrets (name, secret) VALUES (:name, :secret) ON CONFLICT DO NOTHING")
                    .bind("name", name)
                    .bind("secret", made)
                    .execute());
            return findSecret(name).orElse(made);
        });
    }

    private Optional<byte[]> findSecret(String name) {
        return read(handle -> handle.createQuery("SELECT secret FROM secrets WHERE name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne());
    }

    @Override
    public LaunchArchive launches() {
        return new LaunchStore(this);
    }

    @Override
    public ClassArchive classes() {
        return new ClassStore(this);
    }

    @Override
    public void close() {
        source.close();
    }
}
