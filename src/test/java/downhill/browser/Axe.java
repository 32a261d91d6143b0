package downhill.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** The accessibility rules of axe. Its own runner sends the script three times and opens a second page for each check. */
final class Axe {
    private static final String IS_THERE = "() => typeof axe !== 'undefined'";

    private static final String VIOLATIONS = """
            async (rules) => {
                const only = rules.length > 0 ? { runOnly: { type: "rule", values: rules } } : {};
                const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
                return violations.map(({ id, nodes }) =>
                    `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(", ")}`);
            }""";

    private Axe() {}

    /** The rules among these that the page breaks, with the places; of all rules, if none is named. */
    static List<?> violations(Page page, String... rules) {
        if (!Boolean.TRUE.equals(page.evaluate(IS_THERE))) {
            page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        }
        return (List<?>) page.evaluate(VIOLATIONS, List.of(rules));
    }
}
