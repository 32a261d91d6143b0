package downhill.live;

import downhill.data.Table;
import downhill.live.archive.Archive;
import downhill.live.work.BusyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The files that visitors uploaded, by id. A file that no run was made of for as long as a run is kept is forgotten; runs
 * that were made of it have its examples.
 */
public final class Uploads {
    private record Kept(Table table, Visitor visitor, long touched) {
        long bytes() {
            long goal = switch (table.goal()) {
                case Table.Goal.Classes c -> (long) Integer.BYTES * c.of().length;
                case Table.Goal.Numbers n -> (long) Double.BYTES * n.values().length;
            };
            long each = table.inputs() instanceof Table.Cells.Shades ? Byte.BYTES : Double.BYTES;
            return goal + each * table.inputs().count();
        }
    }

    private final Map<String, Kept> files = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final ServerLimits limits;
    private final Archive archive;
    private final StoreRoom room;
    private final LongSupplier clock;

    /**
     * Starts without files in memory.
     *
     * @param archive where files outlive the process
     * @param clock nanoseconds from some moment on
     */
    public Uploads(ServerLimits limits, Archive archive, LongSupplier clock) {
        this.limits = limits;
        this.archive = archive;
        this.room = new StoreRoom(archive, limits, Clock.systemUTC());
        this.clock = clock;
    }

    /**
     * Keeps a file and answers its id, which cannot be guessed. A visitor's oldest file makes room for one too many;
     * of clients that share an address none does.
     *
     * @throws BusyException if all files together would take more memory than there is for them, or if an address has too many
     */
    public synchronized String add(Table table, Visitor visitor) {
        forgetOld();
        Kept kept = new Kept(table, visitor, clock.getAsLong());
        List<String> own = files.entrySet().stream()
                .filter(e -> e.getValue().visitor().equals(visitor))
                .sorted(Comparator.comparingLong(e -> e.getValue().touched()))
                .map(Map.Entry::getKey)
                .toList();
        if (own.size() >= limits.uploadsPerVisitor()) {
            if (!visitor.alone()) {
                throw new BusyException(
                        "There are " + own.size() + " files of visitors at your address. Programs can get a"
                                + " token of their own by POST /api/visitors; browsers get one with a page, if they accept cookies.");
            }
            files.remove(own.getFirst());
        }
        long taken = files.values().stream().mapToLong(Kept::bytes).sum();
        if (taken + kept.bytes() > limits.uploadMegabytes() << 20) {
            throw new BusyException("The server has no room for this file. Try again later, or send fewer examples.");
        }
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        room.require(visitor);
        archive.addUpload(id, visitor.name(), table, Instant.now());
        files.put(id, kept);
        return id;
    }

    /** The file of this id, if it is still kept. */
    public Optional<Table> find(String id) {
        Optional<Table> here = inMemory(id);
        return here.isPresent() ? here : archive.upload(id, Instant.now());
    }

    private synchronized Optional<Table> inMemory(String id) {
        forgetOld();
        return Optional.ofNullable(
                        files.computeIfPresent(id, (i, k) -> new Kept(k.table(), k.visitor(), clock.getAsLong())))
                .map(Kept::table);
    }

    private void forgetOld() {
        long now = clock.getAsLong();
        files.values().removeIf(kept -> now - kept.touched() > limits.forget().toNanos());
    }
}
