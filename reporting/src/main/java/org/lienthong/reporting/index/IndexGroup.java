package org.lienthong.reporting.index;

import java.util.Arrays;
import java.util.List;

/** The groups of the index, by the codes of the National Public Service Portal. */
public enum IndexGroup {
    /** Công khai, minh bạch. */
    CKMB,
    /** Tiến độ giải quyết. */
    TDGQ,
    /** Dịch vụ công trực tuyến. */
    ONLINE,
    /** Thanh toán trực tuyến. */
    TTTT,
    /** Mức độ số hóa. */
    MDSH,
    /** Mức độ hài lòng. */
    MDHL;

    public List<IndexMetric> metrics() {
        return Arrays.stream(IndexMetric.values())
                .filter(metric -> metric.group() == this)
                .toList();
    }

    /** Points at best. */
    public int maximum() {
        return metrics().stream().mapToInt(IndexMetric::maximum).sum();
    }
}
