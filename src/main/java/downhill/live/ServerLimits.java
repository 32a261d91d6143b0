package downhill.live;

import downhill.live.memory.Memory;
import java.time.Duration;
import java.util.Properties;

/**
 * The limits of one server; a properties file can override each value by name.
 *
 * @param weights the largest number of weights of one network
 * @param visitorsPerAddress new visitors that one address can have in an hour
 * @param runsPerVisitor runs that one visitor can have at once
 * @param runs runs in all
 * @param steps the last step that a run can make
 * @param changesPerRun tweaks, and weights, biases and frozen parts named in them, that are kept of one run
 * @param viewersPerRun streams of one run at once, but for the runs that the server makes for everybody
 * @param unwatchedPause a playing run that nobody watched or asked for so long is paused
 * @param forget a run or a file that nobody asked for so long leaves the memory
 * @param keep a run or a file that nobody asked for so long leaves the store
 * @param heartbeat after so long a silence a stream gets a sign of life, within another second
 * @param lease a server of several that gave no sign of life for so long has lost its runs to the others
 * @param bodyBytes the longest request body
 * @param uploadsPerVisitor uploaded files that one visitor can have at once
 * @param uploadMegabytes the memory that all uploaded files take together
 * @param runMegabytes the memory that all runs take together
 * @param runMegabytesPerVisitor the memory that the runs of one visitor take
 * @param workMegabytes the memory for everything that is computed or written at one time
 * @param bodyMegabytes the memory for all large bodies that are being read at one time
 * @param storeMegabytes the room of all runs and files in the store
 * @param storeMegabytesPerVisitor the room of one visitor's runs and files in the store
 * @param classes classes in all
 * @param classesPerVisitor classes that one visitor can have at once
 * @param learnersPerClass learners in one class
 * @param keepClass a class is deleted so long after it was opened
 */
public record ServerLimits(
        long weights,
        int visitorsPerAddress,
        int runsPerVisitor,
        int runs,
        int steps,
        int changesPerRun,
        int viewersPerRun,
        Duration unwatchedPause,
        Duration forget,
        Duration keep,
        Duration heartbeat,
        Duration lease,
        int bodyBytes,
        int uploadsPerVisitor,
        long uploadMegabytes,
        long runMegabytes,
        long runMegabytesPerVisitor,
        long workMegabytes,
        long bodyMegabytes,
        long storeMegabytes,
        long storeMegabytesPerVisitor,
        int classes,
        int classesPerVisitor,
        int learnersPerClass,
        Duration keepClass) {

    private static final long HEAP = Runtime.getRuntime().maxMemory() >> 20;

    /** The megabytes that one visitor may have in any case, if the server has them: enough for a network of two million weights. */
    private static final long ENOUGH = 400;

    /** The limits without any override. */
    public static final ServerLimits DEFAULT = new ServerLimits(
            4_000_000,
            1000,
            200,
            20_000,
            2_000_000_000,
            100_000,
            1000,
            Duration.ofSeconds(60),
            Duration.ofHours(6),
            Duration.ofDays(30),
            Duration.ofSeconds(12),
            Duration.ofSeconds(10),
            16 * 1024 * 1024,
            10,
            Math.min(512, HEAP * 7 / 100),
            HEAP * 40 / 100,
            Math.max(HEAP / 10, Math.min(HEAP * 40 / 100, ENOUGH)),
            HEAP * 25 / 100,
            HEAP * 8 / 100,
            20_000,
            500,
            1000,
            20,
            400,
            Duration.ofDays(30));

    /** The defaults, with what the properties name put in their place. */
    public static ServerLimits from(Properties overrides) {
        Reader read = new Reader(overrides);
        ServerLimits limits = new ServerLimits(
                read.number("weights", DEFAULT.weights),
                (int) read.number("visitorsPerAddress", DEFAULT.visitorsPerAddress),
                (int) read.number("runsPerVisitor", DEFAULT.runsPerVisitor),
                (int) read.number("runs", DEFAULT.runs),
                Math.min((int) read.number("steps", DEFAULT.steps), DEFAULT.steps),
                (int) read.number("changesPerRun", DEFAULT.changesPerRun),
                (int) read.number("viewersPerRun", DEFAULT.viewersPerRun),
                Duration.ofSeconds(read.number("unwatchedPauseSeconds", DEFAULT.unwatchedPause.toSeconds())),
                Duration.ofSeconds(read.number("forgetSeconds", DEFAULT.forget.toSeconds())),
                Duration.ofSeconds(read.number("keepSeconds", DEFAULT.keep.toSeconds())),
                Duration.ofMillis(read.number("heartbeatMilliseconds", DEFAULT.heartbeat.toMillis())),
                Duration.ofMillis(read.number("leaseMilliseconds", DEFAULT.lease.toMillis())),
                (int) read.number("bodyBytes", DEFAULT.bodyBytes),
                (int) read.number("uploadsPerVisitor", DEFAULT.uploadsPerVisitor),
                read.number("uploadMegabytes", DEFAULT.uploadMegabytes),
                read.number("runMegabytes", DEFAULT.runMegabytes),
                read.number("runMegabytesPerVisitor", DEFAULT.runMegabytesPerVisitor),
                read.number("workMegabytes", DEFAULT.workMegabytes),
                read.number("bodyMegabytes", DEFAULT.bodyMegabytes),
                read.number("storeMegabytes", DEFAULT.storeMegabytes),
                read.number("storeMegabytesPerVisitor", DEFAULT.storeMegabytesPerVisitor),
                (int) read.number("classes", DEFAULT.classes),
                (int) read.number("classesPerVisitor", DEFAULT.classesPerVisitor),
                (int) read.number("learnersPerClass", DEFAULT.learnersPerClass),
                Duration.ofSeconds(read.number("keepClassSeconds", DEFAULT.keepClass.toSeconds())));
        read.refuseUnknown();
        return limits;
    }

    /** The memory that these limits allow, none of it taken yet. */
    Memory memory() {
        return new Memory(runMegabytes << 20, runMegabytesPerVisitor << 20, workMegabytes << 20, bodyMegabytes << 20);
    }

    private record Reader(Properties left) {
        Reader {
            Properties copy = new Properties();
            copy.putAll(left);
            left = copy;
        }

        long number(String name, long byDefault) {
            Object value = left.remove(name);
            if (value == null) {
                return byDefault;
            }
            try {
                long number = Long.parseLong(value.toString().strip());
                if (number > 0 && number <= Integer.MAX_VALUE) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The message is added below, with the name of the limit.
            }
            throw new IllegalArgumentException(
                    "The limit " + name + " must be a whole number from 1 to 2147483647, not \"" + value + "\".");
        }

        void refuseUnknown() {
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("There is no limit of the name " + left.keySet() + ".");
            }
        }
    }
}
