package downhill.live.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrainerTest {
    private final Trainer trainer = new Trainer(1);

    @AfterEach
    void close() {
        trainer.close();
    }

    /** Does something in its turn, and something else when it is ended. */
    private record Work(Runnable doing, Runnable ending) implements Trainable {
        @Override
        public void turn(long slice) {
            doing.run();
        }

        @Override
        public String share() {
            return "someone";
        }

        @Override
        public boolean isHeavy() {
            return true;
        }

        @Override
        public void end() {
            ending.run();
        }
    }

    private static void fail() {
        throw new StackOverflowError("as if a turn had none left");
    }

    @Test
    void aRunThatFailsIsEndedAndTheOthersGoOn() throws InterruptedException {
        var ended = new CountDownLatch(1);
        var trained = new CountDownLatch(1);
        trainer.schedule(new Work(TrainerTest::fail, ended::countDown), trainer.now());
        trainer.schedule(new Work(trained::countDown, () -> {}), trainer.now());
        ended.await();
        trained.await();
    }

    @Test
    void aThreadThatDiesIsReplaced() throws InterruptedException {
        var trained = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            trainer.schedule(new Work(TrainerTest::fail, TrainerTest::fail), trainer.now());
        }
        trainer.schedule(new Work(trained::countDown, () -> {}), trainer.now());
        trained.await();
        assertThat(trainer.isAlive()).isTrue();
        assertThat(trainer.waiting()).isZero();
    }

    @Test
    void aClosedTrainerIsNotAlive() throws InterruptedException {
        trainer.close();
        while (trainer.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(trainer.isAlive()).isFalse();
    }
}
