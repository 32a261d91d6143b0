package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.math.Shards;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static AtomicIntegerArray counts(int rounds, Shards shards) {
        var counts = new AtomicIntegerArray(Shards.COUNT);
        for (int i = 0; i < rounds; i++) {
            shards.run(counts::incrementAndGet);
        }
        return counts;
    }

    @Test
    void everyPartIsDoneOnceInEveryPieceOfWork() {
        for (int helpers : new int[] {0, 1, 3}) {
            try (Crew crew = new Crew(helpers)) {
                AtomicIntegerArray counts = counts(500, crew);
                for (int part = 0; part < Shards.COUNT; part++) {
                    assertThat(counts.get(part)).isEqualTo(500);
                }
            }
        }
    }

    @Test
    void workIsDoneWhenItReturnsAndCanBeSeen() {
        try (Crew crew = new Crew(2)) {
            int[] plain = new int[Shards.COUNT];
            for (int i = 1; i <= 500; i++) {
                crew.run(part -> plain[part]++);
                assertThat(plain).containsOnly(i);
            }
        }
    }

    @Test
    void whoFindsTheCrewBusyDoesAllPartsAlone() throws InterruptedException {
        try (Crew crew = new Crew(1)) {
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            Thread first = Thread.ofPlatform()
                    .start(() -> crew.run(part -> {
                        begun.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }));
            begun.await();
            AtomicIntegerArray counts = counts(1, crew);
            end.countDown();
            first.join();
            assertThat(counts.toString()).isEqualTo("[1, 1, 1, 1, 1, 1, 1, 1]");
        }
    }

    @Test
    void aFailureReachesTheCallerAndTheCrewWorksOn() {
        try (Crew crew = new Crew(1)) {
            assertThatThrownBy(() -> crew.run(part -> {
                        if (part == 3) {
                            throw new IllegalStateException("part 3");
                        }
                    }))
                    .hasMessage("part 3");
            assertThat(counts(1, crew).get(7)).isEqualTo(1);
        }
    }
}
