package org.lienthong.reporting.page;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lienthong.reporting.api.ReportServer;
import org.lienthong.reporting.api.ServerSettings;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Told;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;

/** The page over a filled database, opened anew for each test. Skips the class where there is no browser. */
final class PageExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    static final Path PICTURES = Path.of("target", "page");

    private final DatabaseExtension database = new DatabaseExtension();
    private final Consumer<SinkRows> rows;
    private @Nullable Path profile;
    private @Nullable Browser browser;
    private @Nullable ReportServer server;

    /** @param rows fills the database */
    PageExtension(Consumer<SinkRows> rows) {
        this.rows = rows;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        profile = Files.createTempDirectory("lienthong-browser");
        browser = Browser.open(profile).orElse(null);
        assumeTrue(browser != null, "no chromium and chromedriver on the PATH: the page is not tested in a browser");
        database.beforeAll(context);
        rows.accept(new SinkRows(database.database().dataSource()));
        server = new ReportServer(
                ServerSettings.local(0),
                database.database().dataSource(),
                List::of,
                () -> Map.of("dossier.records", 0L),
                Told.NOTHING);
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser().resize(1280, 900);
        browser().darkMode(false);
        visit();
        browser().script("localStorage.clear()");
        visit();
        eventually().until(() -> !browser().all("#units tbody tr").isEmpty());
        browser().complaints(); // those of the test before
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
            database.afterAll(context);
        }
        try (Stream<Path> files = Files.walk(requireNonNull(profile))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    DatabaseExtension database() {
        return database;
    }

    Browser browser() {
        return requireNonNull(browser);
    }

    void visit() {
        browser().visit(requireNonNull(server).url());
    }

    String text(String css) {
        try {
            return browser().one(css).getText();
        } catch (StaleElementReferenceException e) {
            return browser().one(css).getText(); // drawn anew between two steps of ours
        }
    }

    /** What is looked for may not be drawn yet, or be drawn anew meanwhile. */
    ConditionFactory eventually() {
        return await().atMost(Browser.patience())
                .ignoreException(StaleElementReferenceException.class)
                .ignoreException(NoSuchElementException.class);
    }
}
