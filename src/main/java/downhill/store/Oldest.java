package downhill.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of a visitor that nobody asked for the longest. */
final class Oldest {
    private record Row(String id, long bytes) {}

    private Oldest() {}

    /**
     * Deletes a visitor's rows, the longest unasked first, until they take no more than a number of bytes; returns the bytes they take then.
     *
     * @param table one with the columns id, visitor, bytes and asked; a name of this program, never a visitor's text
     */
    static long delete(Handle handle, String table, String visitor, long taken, long bytes) {
        if (taken <= bytes) {
            return taken;
        }
        List<Row> rows = handle.createQuery(
                        "SELECT id, bytes FROM " + table + " WHERE visitor = :visitor ORDER BY asked, id")
                .bind("visitor", visitor)
                .map((row, context) -> new Row(row.getString("id"), row.getLong("bytes")))
                .list();
        long left = taken;
        for (Row row : rows) {
            if (left <= bytes) {
                break;
            }
            handle.createUpdate("DELETE FROM " + table + " WHERE id = :id")
                    .bind("id", row.id())
                    .execute();
            left -= row.bytes();
        }
        return left;
    }
}
