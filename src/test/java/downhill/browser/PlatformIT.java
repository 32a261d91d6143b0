package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import downhill.browser.Tab.Look;
import downhill.course.Completion;
import downhill.course.Lesson;
import downhill.web.lti.TestPlatform;
import downhill.web.lti.ToolSite;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A learning platform shows a lesson, in a frame without cookies or in a window of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformIT {
    private static final String LESSON = "/lessons/step-size";
    private static final Look COURSE = new Look(1366, 900, Look.WIDE.scheme());

    private final TestPlatform platform = new TestPlatform();
    private final ToolSite site = new ToolSite(platform.settings());

    PlatformIT() {
        platform.gradebook().trust(site.origin() + "/lti/keys");
    }

    @AfterAll
    void close() {
        site.close();
        platform.close();
    }

    /** Answers the prediction of the second scene. */
    private static void guess(Locator question) {
        question.locator("input[type=radio]").first().check();
        question.locator("button.act").first().click();
        assertThat(question).hasAttribute("data-done", "noted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_parent", "lti-keeper"})
    void aFrameOpensTheLessonAndSendsWhatIsDone(String target) {
        try (Tab tab = new Tab(COURSE)) {
            Page page = tab.page;
            page.navigate(platform.course().with(site.origin(), LESSON + "/2", target));
            FrameLocator activity = page.frameLocator("iframe[name=activity]");
            Locator question = activity.locator("x-question[data-id=settles]");
            assertThat(activity.locator("#scene-title")).isVisible();
            page.waitForRequest(request -> request.url().endsWith("/lti/progress"), () -> guess(question));
            assertThat(activity.locator(".course-score"))
                    .hasText(Pattern.compile("^Your course gets your score: [1-9] of \\d\\d parts are done\\.$"));
            Frame frame = page.frame("activity");
            assertThat(frame.evaluate("document.cookie + (sessionStorage.getItem('launch-visitor') ? 'token' : '')"))
                    .isEqualTo("token");
            assertThat(page.context().cookies(site.origin())).isEmpty();
            frame.evaluate("scrollTo(0, 0)");
            tab.shoot("platform-frame-" + target);
        }
    }

    @Test
    void aPlatformThatKeepsNothingGetsAWindow() {
        try (Tab tab = new Tab(COURSE)) {
            Page page = tab.page;
            page.navigate(platform.course().with(site.origin(), LESSON + "/2", ""));
            FrameLocator activity = page.frameLocator("iframe[name=activity]");
            Locator link = activity.locator("[data-part=window] a");
            assertThat(link).isFocused();
            tab.shoot("platform-window-offer");
            Page window = page.waitForPopup(() -> link.press("Enter"));
            assertThat(window).hasURL(site.origin() + LESSON + "/2");
            Site.until(window, "document.documentElement.dataset.begun !== undefined");
            window.waitForRequest(
                    request -> request.url().endsWith("/lti/progress"),
                    () -> guess(window.locator("x-question[data-id=settles]")));
        }
    }

    @Test
    void aWholeLessonComesIntoTheGradebook() {
        Lesson lesson = LessonsIT.COURSE.lesson("sensitivity").orElseThrow();
        try (Tab tab = new Tab(COURSE)) {
            tab.page.navigate(platform.course().with(site.origin(), "/lessons/sensitivity", ""));
            Locator link = tab.page.frameLocator("iframe[name=activity]").locator("[data-part=window] a");
            Page window = tab.page.waitForPopup(link::click);
            LessonsIT.work(window, lesson, () -> {});
            int parts = Completion.of(lesson).maximum();
            assertThat(window.locator(".course-score"))
                    .hasText("Your course gets your score: " + parts + " of " + parts + " parts are done.");
            Map<String, Object> score = platform.gradebook().next();
            while ("InProgress".equals(score.get("activityProgress"))) {
                score = platform.gradebook().next();
            }
            assertThat(score)
                    .containsEntry("activityProgress", "Completed")
                    .containsEntry("scoreGiven", (long) parts)
                    .containsEntry("scoreMaximum", (long) parts);
        }
    }

    @Test
    void aTeacherChoosesALessonInTheFrame() {
        try (Tab tab = new Tab(COURSE)) {
            Page page = tab.page;
            page.navigate(platform.course().with(site.origin(), "", "_parent"));
            FrameLocator activity = page.frameLocator("iframe[name=activity]");
            activity.locator("input[value='lessons/the-hill']").check();
            tab.shoot("platform-choice");
            activity.locator("form button").click();
            assertThat(activity.locator("#chosen")).containsText(site.origin() + "/lessons/the-hill");
        }
    }

    @Test
    void theChoiceIsMadeByKeyboardOnAPhoneToo() {
        try (Tab tab = new Tab(Look.PHONE_DARK)) {
            tab.page.navigate(platform.course().with(site.origin(), "", ""));
            Locator link = tab.page.frameLocator("iframe[name=activity]").locator("[data-part=window] a");
            Page window = tab.page.waitForPopup(link::click);
            Locator first = window.locator("input[name=activity]").first();
            assertThat(first).isVisible();
            Site.until(window, "document.documentElement.dataset.begun !== undefined");
            assertThat(Axe.violations(window)).isEmpty();
            Object over = window.evaluate("document.documentElement.scrollWidth - innerWidth");
            assertThat(((Number) over).intValue()).isLessThanOrEqualTo(0);
            first.focus();
            window.keyboard().press("ArrowDown");
            window.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/platform-choice-phone.png"))
                    .setFullPage(true));
            window.keyboard().press("Enter");
            assertThat(window.locator("#chosen")).containsText(site.origin() + "/lessons/step-size");
        }
    }

    @Test
    void aLinkOfSomebodyElseIsNotFollowed() {
        try (Tab tab = new Tab(Look.PHONE)) {
            Page page = tab.page;
            platform.course().with(site.origin(), LESSON, "");
            page.navigate(site.begunElsewhere(platform));
            assertThat(page.locator("[data-part=lost]")).isVisible();
            assertThat(page.locator("[data-part=waits]")).isHidden();
            tab.isAccessible();
            tab.fits();
            tab.shoot("platform-refused");
        }
    }
}
