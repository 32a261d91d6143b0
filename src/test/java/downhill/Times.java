package downhill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes how long the tests of each class took into the folder that the property {@code downhill.times} names; without it, nothing.
 * The first line has the start and the end in milliseconds; then each class has its milliseconds, its number of tests and its name.
 */
public final class Times implements TestExecutionListener {
    private record Sum(long nanoseconds, int tests) {
        Sum plus(Sum other) {
            return new Sum(nanoseconds + other.nanoseconds, tests + other.tests);
        }
    }

    private final @Nullable String folder = System.getProperty("downhill.times");
    private final long start = System.currentTimeMillis();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, Sum> classes = new ConcurrentHashMap<>();
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            begun.put(test.getUniqueId(), System.nanoTime());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Long from = begun.remove(test.getUniqueId());
        if (from != null) {
            classes.merge(className(test), new Sum(System.nanoTime() - from, 1), Sum::plus);
        }
    }

    private String className(TestIdentifier test) {
        Optional<TestIdentifier> place = Optional.of(test);
        while (place.isPresent()) {
            if (place.get().getSource().orElse(null) instanceof ClassSource source) {
                return source.getClassName();
            }
            TestPlan tests = plan;
            place = tests == null ? Optional.empty() : tests.getParent(place.get());
        }
        return test.getDisplayName();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (folder == null || classes.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(start + " " + System.currentTimeMillis());
        new TreeMap<>(classes)
                .forEach((name, sum) -> lines.add(sum.nanoseconds / 1_000_000 + " " + sum.tests + " " + name));
        try {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, start + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
