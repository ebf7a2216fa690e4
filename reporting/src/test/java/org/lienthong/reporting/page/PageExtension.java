package org.lienthong.reporting.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;

/** The page in a real browser, in Vietnamese, on a wide light screen, at the beginning of each test. */
final class PageExtension implements BeforeAllCallback, BeforeEachCallback {

    static final Path PICTURES = Path.of("target", "page");

    /** The narrowest phone that the page has to fit. */
    static final int PHONE = 360;

    private static final String SHOWN = "document.getElementById('view').getAttribute('aria-busy') === 'false'";

    private @Nullable PageSite site;

    @Override
    public void beforeAll(ExtensionContext context) {
        site = PageSite.open(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser().resize(1280, 900);
        browser().darkMode(false);
        browser().visit(url() + "v1/units?on=0001-01-01"); // off the page, on its site
        browser().run("localStorage.clear()");
        browser().complaints(); // those of the test before
    }

    Browser browser() {
        return requireNonNull(site).browser();
    }

    DatabaseExtension database() {
        return requireNonNull(site).database();
    }

    String url() {
        return requireNonNull(site).url();
    }

    /** @param address of a view, {@code #/unit/68}; comes back when the view is shown */
    void open(String address) {
        browser().visit("about:blank");
        browser().visit(url() + address);
        settle();
    }

    /** Waits until what was asked for is shown. */
    void settle() {
        eventually().until(() -> browser().script(SHOWN).equals("true"));
    }

    void click(String css) {
        browser().one(css).click();
        settle();
    }

    void speakEnglish() {
        browser().one("[data-language=en]").click();
    }

    String text(String css) {
        try {
            return browser().one(css).getText();
        } catch (StaleElementReferenceException e) {
            return browser().one(css).getText(); // drawn anew between two steps of ours
        }
    }

    /** The part of the address that says which view it is. */
    String address() {
        return String.valueOf(browser().script("location.hash"));
    }

    void picture(String name) {
        browser().picture(PICTURES.resolve(name + ".png"));
    }

    void requireNoComplaint() {
        assertThat(browser().complaints()).isEmpty();
    }

    void requireNoSidewaysScroll() {
        assertThat(String.valueOf(browser().script("document.documentElement.scrollWidth")))
                .isEqualTo(String.valueOf(browser().script("document.documentElement.clientWidth")));
    }

    /** What is looked for may not be drawn yet, or be drawn anew meanwhile. */
    ConditionFactory eventually() {
        return await().atMost(Browser.patience())
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(StaleElementReferenceException.class)
                .ignoreException(NoSuchElementException.class);
    }
}
