package downhill.store;

import downhill.live.archive.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The outbox of a store. */
final class OutboxStore implements Outbox {
    private static final String SENDER = "statements";

    private final Store store;

    OutboxStore(Store store) {
        this.store = store;
    }

    @Override
    public boolean add(Waiting statement, int most) {
        var added = new AtomicBoolean();
        store.write(handle -> added.set(handle.createUpdate("INSERT INTO statements (id, made, statement)"
                                + " SELECT :id, :made, :statement WHERE (SELECT COUNT(*) FROM statements) < :most")
                        .bind("id", statement.id())
                        .bind("made", statement.made())
                        .bind("statement", statement.text())
                        .bind("most", most)
                        .execute()
                > 0));
        return added.get();
    }

    @Override
    public List<Waiting> oldest(int most) {
        return store.read(handle -> handle.createQuery("SELECT * FROM statements ORDER BY made, id LIMIT :most")
                .bind("most", most)
                .map((row, context) ->
                        new Waiting(row.getString("id"), row.getLong("made"), row.getString("statement")))
                .list());
    }

    @Override
    public void remove(List<Waiting> sent) {
        if (!sent.isEmpty()) {
            store.write(handle -> handle.createUpdate("DELETE FROM statements WHERE id IN (<ids>)")
                    .bindList("ids", sent.stream().map(Waiting::id).toList())
                    .execute());
        }
    }

    @Override
    public void forget(Instant made) {
        store.write(handle -> handle.createUpdate("DELETE FROM statements WHERE made < :made")
                .bind("made", made.toEpochMilli())
                .execute());
    }

    @Override
    public boolean lead(String server, Instant now, Instant until) {
        var leads = new AtomicBoolean();
        // One statement, so that of two servers that ask at the same time the second sees the first.
        store.write(handle -> leads.set(handle.createUpdate("INSERT INTO senders (name, owner, until)"
                                + " VALUES (:name, :owner, :until) ON CONFLICT (name) DO UPDATE"
                                + " SET owner = excluded.owner, until = excluded.until"
                                + " WHERE senders.owner = excluded.owner OR senders.until < :now")
                        .bind("name", SENDER)
                        .bind("owner", server)
                        .bind("until", until.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0));
        return leads.get();
    }

    @Override
    public void release(String server) {
        store.write(handle -> handle.createUpdate("DELETE FROM senders WHERE name = :name AND owner = :owner")
                .bind("name", SENDER)
                .bind("owner", server)
                .execute());
    }
}
