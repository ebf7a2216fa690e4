package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * Rows of which a dossier has any number: with each record of it they are written anew. A dossier that has none and had
 * none costs a look into the index.
 */
final class ChildRows implements DossierPart {

    private final String table;
    private final List<String> columns;
    private final Filler filler;
    private final CopyRows rows = new CopyRows();
    private final List<String> touched = new ArrayList<>();

    /** Adds the rows of one dossier; each begins with its code. */
    interface Filler {
        void fill(CopyRows rows, String code, DossierRecord dossier);
    }

    /** @param columns the first one is {@code dossier_code} */
    ChildRows(String table, List<String> columns, Filler filler) {
        this.table = table;
        this.columns = columns;
        this.filler = filler;
    }

    @Override
    public void add(String code, @Nullable DossierRecord dossier) {
        touched.add(code);
        if (dossier != null) {
            filler.fill(rows, code, dossier);
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Upsert.deleteKeys(connection, "DELETE FROM %s WHERE dossier_code = ANY (?)".formatted(table), touched);
        if (rows.size() > 0) {
            rows.copyInto(connection, table, columns);
        }
    }
}
