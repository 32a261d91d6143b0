package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataRefusedException;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.data.Drawing;
import downhill.json.RunSpecReader;
import downhill.json.RunSpecWriter;
import downhill.json.form.Json;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Drawings that join a run's training examples on the way. */
class DrawingsTest {
    private static final int FROM = 7;
    private static final RunSpec PLAIN = RunSpecReader.read("""
            {"seed": 4, "data": {"name": "digits", "count": 40, "testShare": 0.25},
             "network": {"layers": [784, 6, 10], "activations": ["tanh", "softmax"]}, "cost": "cross-entropy",
             "batch": {"size": 4, "shuffle": true}, "optimizer": {"learningRate": 0.1, "momentum": 0.5}}""".getBytes(StandardCharsets.UTF_8));

    /** A vertical line in the middle. */
    private static String line() {
        byte[] ink = new byte[Drawing.PIXELS];
        for (int row = 4; row < 24; row++) {
            ink[row * 28 + 14] = (byte) 255;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ink);
    }

    private static RunSpec drawn(int from) {
        return PLAIN.withData(
                new DataSpec.Drawn((DataSpec.BuiltIn) PLAIN.data(), List.of(new Drawing(1, from, line()))));
    }

    private static History run(RunSpec spec) {
        Dataset data = spec.data() instanceof DataSpec.Drawn d
                ? DataSets.build(d, 10)
                : DataSets.build((DataSpec.BuiltIn) spec.data(), 10);
        return new History(spec, data);
    }

    private static void advance(History history, int to) {
        while (history.step() < to) {
            history.advance();
        }
    }

    @Test
    void stepsBeforeADrawingJoinsAreThoseOfTheRunWithoutIt() {
        History plain = run(PLAIN);
        History with = run(drawn(FROM));
        advance(plain, FROM);
        advance(with, FROM);
        assertThat(with.newest().network().parameters().values())
                .isEqualTo(plain.newest().network().parameters().values());
        assertThat(with.cost(FROM - 1)).isEqualTo(plain.cost(FROM - 1));
    }

    @Test
    void anEpochAfterItJoinedHasTheDrawingTenTimes() {
        History with = run(drawn(FROM));
        int[] met = new int[2];
        int firstEpoch = -1;
        for (int step = 0; step <= FROM + 10; step++) {
            advance(with, step);
            int drawings = (int)
                    Arrays.stream(with.newest().batch()).filter(e -> e >= 30).count();
            met[step < FROM ? 0 : 1] += step < FROM
                            || with.newest().epoch()
                                    == (firstEpoch < 0 ? with.newest().epoch() : firstEpoch)
                    ? drawings
                    : 0;
            firstEpoch = step == FROM ? with.newest().epoch() : firstEpoch;
        }
        assertThat(met[0]).isZero();
        assertThat(met[1]).isEqualTo(Drawing.COPIES);
    }

    @Test
    void forkOnTheDrawnRunGoesOnAsTheDrawnRunItself() {
        History plain = run(PLAIN);
        advance(plain, 12);
        History whole = run(drawn(FROM));
        advance(whole, 20);
        History grown = plain.fork(FROM).on(run(drawn(FROM))).grow(Optional.empty(), reached -> {});
        advance(grown, 20);
        assertThat(grown.newest().network().parameters().values())
                .isEqualTo(whole.newest().network().parameters().values());
        assertThat(grown.at(9).network().parameters().values())
                .isEqualTo(whole.at(9).network().parameters().values());
        assertThat(grown.at(3).network().parameters().values())
                .isEqualTo(plain.at(3).network().parameters().values());
    }

    @Test
    void wholeSetAsOneBatchGrowsToo() {
        RunSpec all = RunSpecReader.read(Json.bytes(RunSpecWriter.write(drawn(3))));
        assertThat(all).isEqualTo(drawn(3));
        byte[] text = new String(Json.bytes(RunSpecWriter.write(drawn(3))), StandardCharsets.UTF_8)
                .replace("\"size\":4", "\"size\":0")
                .getBytes(StandardCharsets.UTF_8);
        History history = run(RunSpecReader.read(text));
        advance(history, 2);
        assertThat(history.newest().batch()).hasSize(30);
        assertThat(history.newest().evaluateTraining().count()).isEqualTo(40);
        advance(history, 3);
        assertThat(history.newest().batch()).hasSize(40);
    }

    @Test
    void drawingIsTheLastOfTheTrainingExamples() {
        Dataset data = DataSets.build((DataSpec.Drawn) drawn(0).data(), 10);
        assertThat(data.size()).isEqualTo(40);
        assertThat(data.testSize()).isEqualTo(10);
        assertThat(data.inputs()[39 * 784 + 10 * 28 + 14]).isEqualTo(1);
        assertThat(data.targets()[39 * 10 + 1]).isEqualTo(1);
    }

    @Test
    void tooManyDrawingsAndWrongOrderAreRefused() {
        var set = (DataSpec.BuiltIn) PLAIN.data();
        var one = new Drawing(1, 5, line());
        assertThatThrownBy(() -> DataSets.build(new DataSpec.Drawn(set, java.util.Collections.nCopies(51, one)), 10))
                .isInstanceOf(DataRefusedException.class);
        assertThatThrownBy(() -> DataSets.build(new DataSpec.Drawn(set, List.of(one, new Drawing(1, 4, line()))), 10))
                .isInstanceOf(DataRefusedException.class);
        assertThat(Drawing.pixels("AAAA")).isEmpty();
        assertThat(Drawing.pixels("!!!!")).isEmpty();
        assertThat(Drawing.pixels("A".repeat(1047))).isEmpty();
    }
}
