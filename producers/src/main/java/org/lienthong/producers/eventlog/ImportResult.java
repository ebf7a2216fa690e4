package org.lienthong.producers.eventlog;

import java.nio.file.Path;
import java.util.Optional;
import org.lienthong.producers.problem.Problem;

/**
 * What became of a file: {@code read = published + rejected}.
 *
 * @param read rows of the file
 * @param published rows whose event was acknowledged
 * @param rejected rows put aside in {@code rejectFile}
 * @param derived events that follow from columns of the case, published once each
 * @param dossiers different dossiers among the published rows
 * @param rejectFile present when a row was rejected
 * @param stopped why the file was not read to its end, where it was not
 */
public record ImportResult(
        long read,
        long published,
        long rejected,
        long derived,
        long dossiers,
        Optional<Path> rejectFile,
        Optional<Problem> stopped) {

    /** Whether every row of the file was read and published. */
    public boolean isComplete() {
        return rejected == 0 && stopped.isEmpty();
    }
}
