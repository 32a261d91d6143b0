package downhill.store;

import downhill.live.archive.WrongCodes;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The wrong class codes of the present while, by groups of addresses. */
final class WrongCodeTable {
    private static final int ALL = -1;

    WrongCodes find(Handle handle, int group, long period) {
        Map<Integer, Integer> wrong = new HashMap<>();
        handle.createQuery("SELECT origin, wrong FROM wrong_codes WHERE period = :period AND origin IN (:group, :all)")
                .bind("period", period)
                .bind("group", group)
                .bind("all", ALL)
                .map((row, context) -> Map.entry(row.getInt("origin"), row.getInt("wrong")))
                .forEach(one -> wrong.put(one.getKey(), one.getValue()));
        return new WrongCodes(wrong.getOrDefault(group, 0), wrong.getOrDefault(ALL, 0));
    }

    /** Counts one more; answers the number of all. The first of a period deletes what earlier ones left. */
    int add(Handle handle, int group, long period) {
        add(handle, period, group);
        int all = add(handle, period, ALL);
        if (all == 1) {
            handle.createUpdate("DELETE FROM wrong_codes WHERE period < :period")
                    .bind("period", period)
                    .execute();
        }
        return all;
    }

    private static int add(Handle handle, long period, int origin) {
        return handle.createQuery("INSERT INTO wrong_codes (period, origin, wrong) VALUES (:period, :origin, 1)"
                        + " ON CONFLICT (period, origin) DO UPDATE SET wrong = wrong_codes.wrong + 1 RETURNING wrong")
                .bind("period", period)
                .bind("origin", origin)
                .mapTo(Integer.class)
                .one();
    }
}
