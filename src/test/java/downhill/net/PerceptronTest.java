package downhill.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import org.junit.jupiter.api.Test;

class PerceptronTest {
    private static Dataset set(String name) {
        DataSpec.BuiltIn standard = DataSets.named(name).orElseThrow().standard(1);
        return DataSets.build(standard, 1);
    }

    private static void looks(Perceptron perceptron, int count) {
        for (int i = 0; i < count; i++) {
            perceptron.look();
        }
    }

    @Test
    void convergesOnAndAndThenNeverMovesAgain() {
        var perceptron = new Perceptron(set("and"), 1);
        looks(perceptron, 100);
        assertThat(perceptron.isConverged()).isTrue();
        assertThat(perceptron.isCycling()).isFalse();
        assertThat(perceptron.sum(1, 1)).isPositive();
        assertThat(perceptron.sum(0, 1)).isNotPositive();
        assertThat(perceptron.sum(1, 0)).isNotPositive();
        assertThat(perceptron.sum(0, 0)).isNotPositive();
        int mistakes = perceptron.mistakes();
        looks(perceptron, 100);
        assertThat(perceptron.mistakes()).isEqualTo(mistakes);
    }

    @Test
    void mistakesStayBelowNovikoffsBound() {
        var perceptron = new Perceptron(set("and"), 1);
        looks(perceptron, 1000);
        // with inputs (x, y, 1), w = (2, 2, -3) separates AND by 1: at most R^2 |w|^2 / 1 = 3 * 17 mistakes (1962)
        assertThat(perceptron.mistakes()).isPositive().isLessThanOrEqualTo(51);
    }

    @Test
    void convergesOnOrWithAnyRateAfterTheSameMistakes() {
        var slow = new Perceptron(set("or"), 0.25);
        var fast = new Perceptron(set("or"), 4);
        looks(slow, 200);
        looks(fast, 200);
        assertThat(slow.isConverged()).isTrue();
        assertThat(slow.mistakes()).isEqualTo(fast.mistakes());
        assertThat(slow.bias() * 16).isEqualTo(fast.bias());
    }

    @Test
    void goesInCirclesOnExclusiveOr() {
        var perceptron = new Perceptron(set("xor"), 1);
        int looks = 0;
        while (!perceptron.isCycling() && looks < 1000) {
            perceptron.look();
            looks++;
        }
        assertThat(perceptron.isCycling()).isTrue();
        int mistakes = perceptron.mistakes();
        looks(perceptron, 400);
        assertThat(perceptron.isConverged()).isFalse();
        assertThat(perceptron.mistakes()).isGreaterThan(mistakes + 99);
    }

    @Test
    void aMistakeMovesTheWeightsByTheInput() {
        var perceptron = new Perceptron(set("and"), 0.5);
        looks(perceptron, 3);
        assertThat(perceptron.weights()).containsExactly(0, 0);
        Perceptron.Look look = perceptron.look();
        assertThat(look).isEqualTo(new Perceptron.Look(3, 0, false, true));
        assertThat(look.isMistake()).isTrue();
        assertThat(perceptron.weights()).containsExactly(0.5, 0.5);
        assertThat(perceptron.bias()).isEqualTo(0.5);
        assertThat(perceptron.mistakes()).isEqualTo(1);
    }

    @Test
    void refusesAnotherTask() {
        assertThatThrownBy(() -> new Perceptron(set("sine"), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Perceptron(set("and"), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
