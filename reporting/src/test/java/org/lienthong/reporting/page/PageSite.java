package org.lienthong.reporting.page;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.lienthong.reporting.api.ReportServer;
import org.lienthong.reporting.api.ServerSettings;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Told;

/** A browser, and the page over a filled database: started once for all tests of the page, for they only look. */
final class PageSite implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final Explainer TOLD = new Explainer() {
        @Override
        public SortedSet<String> fields() {
            return Told.NOTHING.fields();
        }

        @Override
        public ExplanationView explain(String code) {
            return Told.explanation(code);
        }
    };

    private final Path profile;
    private final @Nullable Browser browser;
    private final DatabaseExtension database = new DatabaseExtension();
    private final @Nullable ReportServer server;

    private PageSite(ExtensionContext context) throws IOException {
        profile = Files.createTempDirectory("lienthong-browser");
        browser = Browser.open(profile).orElse(null);
        if (browser == null) {
            server = null;
            return;
        }
        database.beforeAll(context);
        PageYear.fill(database);
        server = serve(database, 0);
    }

    /** @param port 0: any that is free */
    static ReportServer serve(DatabaseExtension database, int port) {
        ReportServer server = new ReportServer(
                ServerSettings.local(port),
                database.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                () -> Map.of("dossier.records", 12L),
                TOLD);
        server.start();
        return server;
    }

    /** Skips the class where there is no browser. */
    static PageSite open(ExtensionContext context) {
        PageSite site = context.getRoot()
                .getStore(Namespace.create(PageSite.class))
                .getOrComputeIfAbsent(PageSite.class, type -> start(context.getRoot()), PageSite.class);
        assumeTrue(
                site.browser != null, "no chromium and chromedriver on the PATH: the page is not tested in a browser");
        return site;
    }

    private static PageSite start(ExtensionContext context) {
        try {
            return new PageSite(context);
        } catch (IOException e) {
            throw new UncheckedIOException("the site of the tests does not start", e);
        }
    }

    Browser browser() {
        return requireNonNull(browser);
    }

    DatabaseExtension database() {
        return database;
    }

    String url() {
        return requireNonNull(server).url();
    }

    /** The database is closed with the server of all databases. */
    @Override
    public void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
