package downhill.web.lab;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.insight.RealDigits;
import downhill.train.history.History;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks of the digit lab: the sentences about their training, and how well the usual one reads. */
class DigitRecipeTest {
    private static Dataset data(DigitRecipe recipe) {
        return DataSets.build((DataSpec.BuiltIn) recipe.spec().data(), 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSentenceHasTheNumbersOfTheTraining(boolean isLarge) {
        DigitRecipe recipe = isLarge ? DigitRecipe.LARGE : DigitRecipe.SMALL;
        Dataset data = data(recipe);
        assertThat(recipe.sentence())
                .contains(
                        written(data.size() + data.testSize()) + " digits",
                        "trained on " + written(data.size()) + " of these for " + written(recipe.steps()) + " steps",
                        recipe.spec().batch().size() + " digits in each batch",
                        "learning rate of " + recipe.spec().optimizer().learningRate(),
                        "the other " + written(data.testSize()));
    }

    private static String written(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Test
    void theUsualNetworkReadsNineOfTenDigitsThatPeopleWrote() throws IOException {
        History history = new History(DigitRecipe.SMALL.spec(), data(DigitRecipe.SMALL));
        while (history.step() < DigitRecipe.SMALL.steps()) {
            history.advance();
        }
        assertThat(RealDigits.readBy(history.newest())).isGreaterThanOrEqualTo(0.9);
    }
}
