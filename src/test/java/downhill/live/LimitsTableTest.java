package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of the limits in the docs is that of the server. */
class LimitsTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\|");
    private static final Pattern UNIT = Pattern.compile("(Seconds|Milliseconds)$");
    private static final Pattern SHARE = Pattern.compile("(\\d+) % of the heap.*");

    private static Map<String, String> documented() throws IOException {
        var documented = new TreeMap<String, String>();
        ROW.matcher(Files.readString(Path.of("docs/limits.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2).strip()));
        return documented;
    }

    @Test
    void everyLimitIsInTheTableUnderItsName() throws IOException {
        List<String> names = documented().keySet().stream()
                .map(name -> UNIT.matcher(name).replaceFirst(""))
                .sorted()
                .toList();
        assertThat(names)
                .isEqualTo(Arrays.stream(ServerLimits.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .sorted()
                        .toList());
    }

    @Test
    void theDefaultsAreThoseOfTheServer() throws IOException, ReflectiveOperationException {
        Map<String, String> documented = documented();
        for (String name : documented.keySet()) {
            String value = documented.get(name);
            if (value != null && value.matches("\\d+")) {
                assertThat(actual(name)).as(name).isEqualTo(Long.parseLong(value));
            }
        }
        assertThat(documented.values().stream()
                        .filter(value -> value.matches("\\d+"))
                        .count())
                .isEqualTo(20);
    }

    private static long actual(String name) throws ReflectiveOperationException {
        Object value = ServerLimits.class
                .getMethod(UNIT.matcher(name).replaceFirst(""))
                .invoke(ServerLimits.DEFAULT);
        return value instanceof Duration time
                ? name.endsWith("Milliseconds") ? time.toMillis() : time.toSeconds()
                : ((Number) value).longValue();
    }

    @Test
    void theSharesOfTheHeapAreThoseOfTheServerAndLeaveAFifthFree() throws IOException, ReflectiveOperationException {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        Map<String, String> documented = documented();
        int all = 0;
        for (String name : List.of("runMegabytes", "workMegabytes", "bodyMegabytes")) {
            MatchResult share = SHARE.matcher(documented.getOrDefault(name, ""))
                    .results()
                    .findFirst()
                    .orElseThrow();
            assertThat(actual(name)).as(name).isEqualTo(heap * Integer.parseInt(share.group(1)) / 100);
            all += Integer.parseInt(share.group(1));
        }
        assertThat(all + 7).isLessThanOrEqualTo(80);
    }
}
