package downhill.math.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Numbers are written in one form; {@code numbers.test.mjs} tries the same cases with the browser's formatter. */
class NumberTextTest {
    @TestFactory
    List<DynamicTest> numbersHaveOneForm() throws IOException {
        try (InputStream in = NumberTextTest.class.getResourceAsStream("/number-texts.json")) {
            List<Map<String, Object>> cases =
                    new JsonMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
            return cases.stream()
                    .map(known -> DynamicTest.dynamicTest(
                            String.valueOf(known.get("value")),
                            () -> assertThat(written(known)).isEqualTo(known)))
                    .toList();
        }
    }

    private static Map<String, Object> written(Map<String, Object> known) {
        Number value = (Number) Objects.requireNonNull(known.get("value"));
        double x = value.doubleValue();
        return Map.of(
                "value", value,
                "short", NumberText.brief(x),
                "signed", NumberText.signed(x),
                "long", NumberText.full(x),
                "significant", NumberText.significant(x, 4),
                "plain", NumberText.plain(x, 4),
                "amid", NumberText.amid(x, 2));
    }

    @Test
    void countsHaveThinSpacesBetweenTheirThousands() {
        assertThat(List.of(0L, 999L, 1000L, 50890L, 1234567L).stream().map(NumberText::count))
                .containsExactly("0", "999", "1\u202f000", "50\u202f890", "1\u202f234\u202f567");
    }

    @Test
    void resultsBeyondAllNumbersHaveWords() {
        assertThat(NumberText.brief(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
        assertThat(NumberText.plain(Double.NEGATIVE_INFINITY, 4)).isEqualTo("−infinite");
        assertThat(NumberText.full(Double.NaN)).isEqualTo("not a number");
    }
}
