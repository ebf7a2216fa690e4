package org.lienthong.producers.publish;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Unicode form of texts. The same Vietnamese name typed on two systems may arrive composed (NFC) or decomposed (NFD);
 * the exchange carries NFC, so that equal names are equal bytes.
 */
public final class TextRules {

    /** Below the first combining mark every text is in NFC already. */
    private static final char FIRST_COMBINING = '\u0300';

    private TextRules() {}

    public static String nfc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.isNormalized(text, Form.NFC) ? text : Normalizer.normalize(text, Form.NFC);
            }
        }
        return text;
    }

    /** The record with every text in NFC: itself where nothing changes, else a copy; the argument stays as it is. */
    static SpecificRecord nfc(SpecificRecord record) {
        SpecificRecord copy = null;
        List<Schema.Field> fields = record.getSchema().getFields();
        for (int i = 0; i < fields.size(); i++) {
            Object before = record.get(i);
            Object after = nfcOf(before);
            if (after != before) {
                copy = copy == null ? shallowCopy(record) : copy;
                copy.put(i, after);
            }
        }
        return copy == null ? record : copy;
    }

    private static @Nullable Object nfcOf(@Nullable Object value) {
        if (value instanceof String text) {
            return nfc(text);
        }
        if (value instanceof SpecificRecord record) {
            return nfc(record);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> changed = new ArrayList<>(list.size());
            boolean same = true;
            for (Object element : list) {
                Object after = nfcOf(element);
                same &= after == element;
                changed.add(after);
            }
            return same ? list : changed;
        }
        return value;
    }

    private static SpecificRecord shallowCopy(SpecificRecord record) {
        Schema schema = record.getSchema();
        SpecificRecord copy = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (int i = 0; i < schema.getFields().size(); i++) {
            copy.put(i, record.get(i));
        }
        return copy;
    }
}
