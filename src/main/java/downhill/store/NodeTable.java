package downhill.store;

import downhill.live.archive.Claim;
import downhill.live.archive.Lease;
import downhill.live.archive.Presence;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The servers that use the database, and which of them has which run. A run belongs to its server until that server gave no sign of life for the time of a
 * lease. The database's clock alone counts. Each claim gives the run a new token, so that nobody can write with an older one.
 */
final class NodeTable {
    private static final String SQLITE_NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
    private static final String POSTGRESQL_NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    /** The time after which a server that gave no sign of life is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final String node;
    private final String now;
    private boolean joined;

    /** The table as this node sees it. */
    NodeTable(String node, boolean sqlite) {
        this.node = node;
        this.now = sqlite ? SQLITE_NOW : POSTGRESQL_NOW;
    }

    /** A new name, which no other process has. */
    static String name(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    String node() {
        return node;
    }

    /** Takes a run that is this node's, or nobody's, or a dead one's. */
    Claim claim(Handle handle, String run) {
        // One statement, so that of two nodes that claim at the same time the second sees the first.
        Optional<Long> token = handle.createQuery("UPDATE runs SET node = :node, token = token + 1 WHERE id = :run"
                        + " AND (node = :node OR NOT EXISTS"
                        + " (SELECT 1 FROM nodes WHERE nodes.id = runs.node AND nodes.until > " + now + "))"
                        + " RETURNING token")
                .bind("node", node)
                .bind("run", run)
                .mapTo(Long.class)
                .findOne();
        return token.<Claim>map(number -> new Claim.Granted(new Lease(run, number)))
                .or(() -> owner(handle, run))
                .orElseGet(Claim.Gone::new);
    }

    private Optional<Claim> owner(Handle handle, String run) {
        return handle.createQuery("SELECT n.address, n.until - " + now + " AS remaining FROM runs r"
                        + " LEFT JOIN nodes n ON n.id = r.node WHERE r.id = :run")
                .bind("run", run)
                .<Claim>map((row, context) -> new Claim.Elsewhere(
                        Optional.ofNullable(row.getString("address")).orElse(""),
                        Duration.ofMillis(Math.max(0, row.getLong("remaining")))))
                .findOne();
    }

    /** Says that this node is alive; answers its leases. */
    synchronized Set<Lease> renew(Handle handle, Presence presence) {
        if (!joined) {
            // An earlier process at this address is gone, and needs no lease.
            handle.createUpdate("DELETE FROM nodes WHERE address = :address OR until < " + now + " - :forgotten")
                    .bind("address", presence.address())
                    .bind("forgotten", FORGOTTEN.toMillis())
                    .execute();
            joined = true;
        }
        handle.createUpdate("INSERT INTO nodes (id, address, until) VALUES (:node, :address, " + now + " + :length)"
                        + " ON CONFLICT (id) DO UPDATE SET until = excluded.until")
                .bind("node", node)
                .bind("address", presence.address())
                .bind("length", presence.lease().toMillis())
                .execute();
        return new HashSet<>(handle.createQuery("SELECT id, token FROM runs WHERE node = :node")
                .bind("node", node)
                .map((row, context) -> new Lease(row.getString("id"), row.getLong("token")))
                .list());
    }

    /** Gives a run back. */
    void release(Handle handle, Lease lease) {
        handle.createUpdate("UPDATE runs SET node = '' WHERE id = :run AND token = :token")
                .bind("run", lease.run())
                .bind("token", lease.token())
                .execute();
    }

    /** Gives everything back. */
    void leave(Handle handle) {
        handle.createUpdate("UPDATE runs SET node = '' WHERE node = :node")
                .bind("node", node)
                .execute();
        handle.createUpdate("DELETE FROM nodes WHERE id = :node")
                .bind("node", node)
                .execute();
    }
}
