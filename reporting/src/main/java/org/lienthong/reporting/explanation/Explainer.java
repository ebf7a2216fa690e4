package org.lienthong.reporting.explanation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedSet;

/** Says how the record of a dossier came about. */
public interface Explainer {

    /** The fields of a record that can be asked for. */
    SortedSet<String> fields();

    /**
     * @param code of a dossier, no alias
     * @return without events for a dossier of which none is known
     * @throws ExplanationUnavailableException when the events cannot be read right now
     */
    ExplanationView explain(String code) throws SQLException, ExplanationUnavailableException;

    /** The field that is meant, in whatever case it is written; a permit's as {@code permits/number/field}. */
    default Optional<String> field(String text) {
        return text.startsWith("permits/")
                ? Optional.of(text)
                : fields().stream()
                        .filter(field -> field.equalsIgnoreCase(text))
                        .findFirst();
    }
}
