package downhill.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Table;
import downhill.live.archive.NoArchive;
import downhill.live.work.BusyException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final Visitor SOMEONE = Visitor.of("someone");
    private static final Visitor ANOTHER = Visitor.of("another");

    private final AtomicLong now = new AtomicLong();

    private static Table table(int numbers) {
        return new Table(
                1,
                new Table.Cells.Numbers(new double[numbers]),
                new Table.Goal.Classes(new int[numbers]),
                List.of("x"),
                List.of("a", "b"));
    }

    private Uploads uploads(String limit, int value) {
        var limits = new Properties();
        limits.setProperty(limit, String.valueOf(value));
        return new Uploads(ServerLimits.from(limits), new NoArchive(), now::get);
    }

    @Test
    void aFileThatNobodyAsksForIsForgotten() {
        Uploads uploads = uploads("forgetSeconds", 60);
        String id = uploads.add(table(3), SOMEONE);
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        assertThat(uploads.find(id)).isPresent();
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        assertThat(uploads.find(id)).isPresent();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(uploads.find(id)).isEmpty();
    }

    @Test
    void nobodysFilesMakeRoomForAnothersButTheMemoryHasAnEnd() {
        Uploads uploads = uploads("uploadMegabytes", 1);
        String id = uploads.add(table(50_000), SOMEONE);
        assertThatThrownBy(() -> uploads.add(table(50_000), ANOTHER)).isInstanceOf(BusyException.class);
        assertThat(uploads.find(id)).isPresent();
        assertThat(uploads.add(table(1000), ANOTHER)).isNotEqualTo(id);
    }
}
