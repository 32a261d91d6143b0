package downhill.live.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only the test moves on. */
public final class TestClock extends Clock {
    /** The time at which it begins. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    private Instant now = MONDAY;

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
