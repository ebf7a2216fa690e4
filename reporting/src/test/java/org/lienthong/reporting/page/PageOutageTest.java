package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.api.ReportServer;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.reference.UnitLevel;

/** The page while the server goes and comes, and before there are any data. */
class PageOutageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @RegisterExtension
    static final DatabaseExtension EMPTY = new DatabaseExtension();

    @Test
    void whenTheLinkIsLostTheFiguresStayAndTheirTimeIsSaid() {
        int port;
        try (ReportServer server = PageSite.serve(PAGE.database(), 0)) {
            port = URI.create(server.url()).getPort();
            PAGE.browser().visit(server.url() + "#/unit/68");
            PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Trực tiếp, cập nhật"));
            PAGE.settle();
        }
        PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Mất kết nối, số liệu lúc"));
        assertThat(PAGE.browser().one("#live-said").getDomProperty("textContent"))
                .startsWith("Mất kết nối");
        assertThat(PAGE.text("h1")).isEqualTo("Tỉnh Lâm Đồng");

        try (ReportServer server = PageSite.serve(PAGE.database(), port)) {
            PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Trực tiếp, cập nhật"));
            assertThat(server.isReady()).isTrue();
        }
    }

    @Test
    void withoutDataThePageSaysSoAndGoesOnByItselfWhenSomeArrive() {
        try (ReportServer server = PageSite.serve(EMPTY, 0)) {
            PAGE.browser().visit(server.url());
            PAGE.eventually().until(() -> PAGE.text("#view").contains("Danh mục chưa có đơn vị nào."));

            new SinkRows(EMPTY.database().dataSource())
                    .units(List.of(
                            Samples.unit("68", Samples.BEFORE, null, UnitLevel.PROVINCE, "Tỉnh Lâm Đồng", null)));

            PAGE.eventually().until(() -> PAGE.text("h1").equals("Tỉnh Lâm Đồng"));
            assertThat(PAGE.text("#scope-notes")).startsWith("Chưa có số liệu trong phạm vi này.");
            assertThat(PAGE.text("[data-figure=received] dd")).isEqualTo("–");
            PAGE.requireNoComplaint();
        }
    }
}
