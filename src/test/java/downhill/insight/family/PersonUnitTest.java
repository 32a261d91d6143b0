package downhill.insight.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The meaning that a unit is given. */
class PersonUnitTest {
    private static PersonUnit unit(double nationality, double generation, double branch) {
        return new PersonUnit(
                2,
                0,
                Map.of(
                        FamilyFeature.NATIONALITY, nationality,
                        FamilyFeature.GENERATION, generation,
                        FamilyFeature.BRANCH, branch));
    }

    @Test
    void standsForTheFeatureWithTheLargestCorrelationOfEitherSign() {
        assertThat(unit(0.932, -0.1, 0.2).sentence())
                .isEqualTo("Unit 3 stands mostly for nationality (correlation 0.93).");
        assertThat(unit(0.75, -0.9, 0.2).sentence())
                .isEqualTo("Unit 3 stands mostly for generation (correlation −0.90).");
    }

    @Test
    void standsForNoneWhereNoCorrelationIsLarge() {
        assertThat(unit(0.699, -0.69, 0.5).standsFor()).isEmpty();
        assertThat(unit(0.699, -0.69, 0.5).sentence()).isEqualTo("Unit 3 stands for no single one of these.");
        assertThat(unit(0.7, 0, 0).standsFor()).contains(FamilyFeature.NATIONALITY);
    }

    @Test
    void aCorrelationNearZeroHasNoSign() {
        assertThat(unit(-0.004, 0, 0).correlation(FamilyFeature.NATIONALITY)).isEqualTo("0.00");
    }
}
