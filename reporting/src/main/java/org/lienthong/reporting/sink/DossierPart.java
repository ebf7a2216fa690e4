package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;

/** What one table holds of the dossiers of a batch: collected record by record, then written at once. */
interface DossierPart {

    /** @param dossier null: the dossier is gone, and its rows with it */
    void add(String code, @Nullable DossierRecord dossier);

    void write(Connection connection) throws SQLException;
}
