package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.browser.Tab.Look;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The browser writes numbers as the server does: the same cases as {@code NumberTextTest}. */
class NumberTextsIT extends Site {
    private static final String WRONG = """
            async (text) => {
                const at = document.querySelector("script[src*='/js/']").src.replace(/\\/js\\/.*/, "");
                const n = await import(`${at}/js/shared/numbers.js`);
                return JSON.parse(text).flatMap((known) => {
                    const x = known.value;
                    const written = { value: x, short: n.short(x), signed: n.signed(x), long: n.long(x), significant: n.significant(x, 4),
                        plain: n.plain(x, 4), amid: n.amid(x, 2) };
                    return JSON.stringify(written) === JSON.stringify(known) ? [] : [JSON.stringify(written)];
                });
            }""";

    @Test
    void numbersHaveOneForm() throws IOException {
        try (Tab tab = new Tab(Look.WIDE);
                InputStream in = NumberTextsIT.class.getResourceAsStream("/number-texts.json")) {
            Tab.visit(tab.page, origin + "/glossary");
            String cases = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat((Iterable<?>) tab.page.evaluate(WRONG, cases)).isEmpty();
        }
    }
}
