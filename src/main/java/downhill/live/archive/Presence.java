package downhill.live.archive;

import java.time.Duration;

/**
 * A server among those that share an archive.
 *
 * @param address where it answers the others, such as http://10.0.0.5:7070
 * @param lease how long its runs stay its own after a sign of life
 */
public record Presence(String address, Duration lease) {}
