package org.lienthong.schemas.words;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What people call the fields of a dossier's record, the constants in them, the kinds of event and the codes of
 * anomalies. A name of a later version stands for itself.
 */
public final class Words {

    private static final String BUNDLE = "org.lienthong.schemas.words.words";
    private static final String PERMITS = "permits/";
    private static final ResourceBundle VIETNAMESE = bundle("vi");
    private static final ResourceBundle ENGLISH = bundle("en");

    private Words() {}

    /** @param field of DossierRecord, or {@code permits/number/field} */
    public static Term field(String field) {
        if (!field.startsWith(PERMITS)) {
            return term("field." + field, field);
        }
        // Numbers of permits have slashes of their own.
        int end = field.lastIndexOf('/');
        String number = field.substring(PERMITS.length(), Math.max(end, PERMITS.length()));
        Term permit = term("field.permits", "permits");
        Term inside = term("field." + inPermits(field), field.substring(end + 1));
        return new Term(
                field,
                permit.vi() + " " + number + ": " + inside.vi(),
                permit.en() + " " + number + ": " + inside.en());
    }

    /** @param kind name of the payload, such as {@code DossierSubmitted} */
    public static Term event(String kind) {
        return term("event." + kind, kind);
    }

    /** @param field whose values are constants, as in {@link #field} */
    public static Term constant(String field, String constant) {
        String key = field.startsWith(PERMITS) ? inPermits(field) : field;
        return term("constant." + key + "." + constant, constant);
    }

    /** A few words; what to do about it stands elsewhere. */
    public static Term anomaly(String code) {
        return term("anomaly." + code, code);
    }

    private static String inPermits(String field) {
        return "permits." + field.substring(field.lastIndexOf('/') + 1);
    }

    private static Term term(String key, String code) {
        return new Term(code, text(VIETNAMESE, key, code), text(ENGLISH, key, code));
    }

    private static String text(ResourceBundle bundle, String key, String code) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return code;
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                BUNDLE, Locale.forLanguageTag(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
