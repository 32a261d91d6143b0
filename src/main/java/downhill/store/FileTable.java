package downhill.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The uploaded files in the database. */
final class FileTable {
    void add(Handle handle, String id, String visitor, byte[] content, Instant now) {
        handle.createUpdate("INSERT INTO files (id, visitor, content, bytes, asked)"
                        + " VALUES (:id, :visitor, :content, :bytes, :asked)")
                .bind("id", id)
                .bind("visitor", visitor)
                .bind("content", content)
                .bind("bytes", (long) content.length)
                .bind("asked", now.toEpochMilli())
                .execute();
    }

    Optional<byte[]> find(Handle handle, String id) {
        return handle.createQuery("SELECT content FROM files WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    void touch(Handle handle, String id, Instant now) {
        handle.createUpdate("UPDATE files SET asked = :asked WHERE id = :id")
                .bind("asked", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    long bytes(Handle handle) {
        return handle.createQuery("SELECT COALESCE(SUM(bytes), 0) FROM files")
                .mapTo(Long.class)
                .one();
    }

    long bytes(Handle handle, String visitor) {
        return handle.createQuery("SELECT COALESCE(SUM(bytes), 0) FROM files WHERE visitor = :visitor")
                .bind("visitor", visitor)
                .mapTo(Long.class)
                .one();
    }

    void shrink(Handle handle, String visitor, long taken, long bytes) {
        Oldest.delete(handle, "files", visitor, taken, bytes);
    }

    void forget(Handle handle, Instant unasked) {
        handle.createUpdate("DELETE FROM files WHERE asked < :time")
                .bind("time", unasked.toEpochMilli())
                .execute();
    }
}
