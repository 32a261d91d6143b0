package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import downhill.math.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 40})
    void theMatrixTimesAnEigenvectorIsTheEigenvectorTimesItsValue(int n) {
        Rng rng = Rng.of(n, Rng.Stream.CHECK);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = rng.nextGaussian();
                a[j][i] = a[i][j];
            }
        }
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            copy[i] = a[i].clone();
        }
        Eigen eigen = Eigen.of(copy);
        for (int k = 0; k < n; k++) {
            double length = 0;
            for (int i = 0; i < n; i++) {
                double product = 0;
                for (int j = 0; j < n; j++) {
                    product += a[i][j] * eigen.vectors()[j][k];
                }
                assertThat(product).isCloseTo(eigen.values()[k] * eigen.vectors()[i][k], offset(1e-11));
                length += eigen.vectors()[i][k] * eigen.vectors()[i][k];
            }
            assertThat(length).isCloseTo(1, offset(1e-12));
        }
        int largest = eigen.largestBut(-1);
        for (double value : eigen.values()) {
            assertThat(value).isLessThanOrEqualTo(eigen.values()[largest]);
        }
    }
}
