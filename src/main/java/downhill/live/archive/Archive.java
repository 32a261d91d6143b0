package downhill.live.archive;

import downhill.data.Table;
import downhill.train.spec.LoggedTweak;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place for everything that must outlive the process: runs with their tweaks, uploaded files, classes, and the secret that signs visitors' tokens. A method
 * that changes something returns once the change is durable. Every method throws ArchiveException if the place can't be reached or is
 * full; nothing is changed then.
 */
public interface Archive extends AutoCloseable {
    /** Returns whether anything is kept at all. */
    default boolean keeps() {
        return true;
    }

    /** Keeps a new run with all that was done to it so far; answers this server's lease of it. */
    Lease add(SavedRun run, Instant now);

    /** Keeps a run that servers make for everybody, so that each of them can make it. Nobody has a lease of it. */
    void addShared(SavedRun run, Instant now);

    /**
     * Keeps one more tweak of a run. ArchiveException if the lease is lost.
     *
     * @param number the number of tweaks before it; ArchiveException if the archive has another number
     */
    void addTweak(Lease lease, int number, LoggedTweak tweak);

    /** Keeps the progress of some runs; answers the leases that are lost, of whose runs it keeps nothing. */
    Set<Lease> reach(Map<Lease, Progress> runs, Instant now);

    /** Keeps a checkpoint of a run, in place of the one before; nothing if the lease is lost. */
    void addCheckpoint(Lease lease, SavedCheckpoint checkpoint);

    /** The run of this id. */
    Optional<SavedRun> find(String run);

    /** The run of this view. */
    Optional<SavedRun> findView(String view);

    /** The last checkpoint of a run. */
    Optional<SavedCheckpoint> checkpoint(String run);

    /** Deletes a run, or nothing if there is none. ArchiveException if the lease is lost. */
    void delete(Lease lease);

    /** Returns whether several servers use this archive, so that each has to say that it is alive, by {@link #renew}. */
    default boolean isShared() {
        return false;
    }

    /** Asks for the lease of a run, which ends any lease of it that this server had before. */
    Claim claim(String run);

    /** Gives leases back; those that are lost stay with their new owners. */
    void release(Collection<Lease> leases);

    /** Says that this server is alive; answers the leases that it has. */
    Set<Lease> renew(Presence presence);

    /** Gives all leases of this server back, because it stops. */
    void leave();

    /** Keeps an uploaded file. */
    void addUpload(String id, String visitor, Table table, Instant now);

    /** The file of this id. */
    Optional<Table> upload(String id, Instant now);

    /** The bytes that all take together. */
    long bytes();

    /** The bytes that the runs and files of a visitor take. */
    long bytes(String visitor);

    /** Deletes a visitor's runs and files, the longest unasked first, until they take no more than a number of bytes. */
    void shrink(String visitor, long bytes);

    /** Deletes everything that nobody asked for since a time. */
    void forget(Instant unasked);

    /** A secret of 32 random bytes, made once and kept. */
    byte[] secret();

    /** The place for classes. */
    default ClassArchive classes() {
        return new NoClasses();
    }

    /** The place for learners from learning platforms. */
    LaunchArchive launches();

    @Override
    void close();
}
