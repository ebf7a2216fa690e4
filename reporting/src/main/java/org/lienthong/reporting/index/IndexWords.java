package org.lienthong.reporting.index;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.lienthong.schemas.words.Term;

/** What groups and metrics are called, what their points come from, and what to do to earn more. */
final class IndexWords {

    private static final String BUNDLE = "org.lienthong.reporting.index.index";
    private static final ResourceBundle VIETNAMESE = bundle("vi");
    private static final ResourceBundle ENGLISH = bundle("en");

    private IndexWords() {}

    static Term group(IndexGroup group) {
        return term("group.", group);
    }

    static Term metric(IndexMetric metric) {
        return term("metric.", metric);
    }

    static Term action(IndexMetric metric) {
        return term("action.", metric);
    }

    static Term note(MetricScore.Basis basis) {
        return term("note.", basis);
    }

    /** What the other denominator of the metric is. */
    static Term otherDenominator(IndexMetric metric) {
        return term("other.", metric);
    }

    private static Term term(String kind, Enum<?> constant) {
        String key = kind + constant.name();
        return new Term(constant.name(), VIETNAMESE.getString(key), ENGLISH.getString(key));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                BUNDLE, Locale.forLanguageTag(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
