package downhill.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelfTestTest {
    @Test
    void vectorsAreUsedWhereTheyAgree() {
        assertThat(SelfTest.agree(new PlainKernels(), new VectorKernels())).isTrue();
        assertThat(Kernels.best()).isInstanceOf(VectorKernels.class);
    }

    @Test
    void kernelsThatRoundOtherwiseAreFoundOut() {
        Kernels careless = new PlainKernels() {
            @Override
            public void back(Matrix weights, Matrix delta, Matrix d, int from, int to) {
                for (int k = from; k < to; k++) {
                    for (int p = 0; p < d.columns(); p++) {
                        double sum = 0;
                        for (int j = weights.columns() - 1; j >= 0; j--) {
                            sum += weights.get(k, j) * delta.get(j, p);
                        }
                        d.set(k, p, sum);
                    }
                }
            }
        };
        assertThat(SelfTest.agree(new PlainKernels(), careless)).isFalse();
    }
}
